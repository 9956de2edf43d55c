/** Other given names that are near to another one: with them a letter is a difference, not a slip. */
export const OTHERS = `
aarti abdul abhay abhijit abhishek adele agathe ahmet aiko aime aisha ajit akash akiko akira alba albane alina alisa alix alla alma alok alva aman amandine amar ambre ameet amir amira amit
amita amrita amy anais anand anant anfisa anil anita anja anjali anju ankit ankita ankur anouk antonin anup anupam anuradha aparna apolline april archana ari aria ariana arjun arkady armand
arnaud arpit artem arti arun arvind asami asha ashish ashok ashwin asif astrid atul aubin aude audrey aurelie aurore ava avinash avital axel axelle ayaka ayako ayelet ayla aylin ayse aysel
aysen ayumi babita bahar banu bao barnabe baudouin beata bella berk berta bharat bharati bhavesh bhavna bianca bina bjorn blandine bodil bogdan boguslaw boris bozena brad brenda brent
bridget brijesh brita brock brooke bryce bulent burak burcu callie camila camille canan capucine cara carine carla carmen carolina carsten cedric celestin celine cem cemal cengiz chad
chandan charu chen chetan chhaya chiara chiharu chloe clara clark claude claudia claus clemence clement clothilde colin connor coralie corentin craig crystal curtis cyprien cyril cyrille
dagny daichi daiki daisuke dale dalia damien damon dana dario darren darshan dawn daya dean deepa deepak deepika deepti delia delphine denise deniz desmond devi devon dhruv didier diego
dieter dilek dilip dina dinesh dirk divya dohyun donghyun dongwook donna doris dorit doyun duncan dustin dylan earl ebru edith edyta efrat egil egon egor eiji eitan eivind elad elaine elena
elia elias elif eliot elisa ellis elmar elmer eloise elsa emel emeline emeric emil emilia emilio emine emir emre engin ennio enrico enrique eren eric erica erika eriko erin erol ersin erwin
eskil espen esra estelle etienne ettore eudes eunji eunjoo eunyoung eva evan ewelina eyal fabian fabienne fabio fabrice faith farah farhan farida fatih fatima felicia ferhat filiz fiona
firoz flavie flavio flore floriane floyd franciszek frida frode fulvio fumiko gael gaelle gaetan gaia galit ganesh gary gaspard gaurav gauri gautam gavin geeta geir gemma genowefa geraldine
germain gervais giada gilad gilles gina giorgia girish gita giulio gleb glen glenn gloria gokhan gonul gopal gordon govind graham grant grazyna greta gul gulay gulsen gunnar gunther gurdeep
gurmeet gurpreet guy gwenael gwenaelle hadas haeun hagit hailey hakan halil haluk hamad hamid hamza hande haris harish harjeet harjit harpreet harsh harsha haruka haruki haruto harvey hassan
hayoon hazel heather hector hege heike heinz helga helge helle hema hemant henning henriette henryka herve hideki hideo hila hilda hina hiroki hiroko hiroshi hitesh hitomi holger holly
honore hope horst hubert hugues hulya hyejin hyerin hyunjin hyunjoo hyunsoo hyunwoo ida igor ilan ilaria ilse ilya imran inbal indira ines inessa inga inger ingo ingrid inna ira irfan irina
iris irma isaiah isamu isaure ishaan ismael itai ivano ivar ivy iwona jade jaeho jaehyun jaewon jagdish jamal jan jana jared jasmeet jasper jaspreet jatin javed jay jaya jayant jayesh jean
jeanne jeannette jens jerry jesper jignesh jihoon jihye jihyun jill jimin jin jinho jinwon jinwoo jisoo jitendra jiwon jiwoo jiyeon jiyoon jiyoung joel joelle jolanta jordane jorge jose
josef josette josiane joy joyce juana judah jukka julio julita june junho junhyuk junko jurgen justyna jyoti kai kailash kaisa kaito kalpana kamal kamala kamil kamlesh kana kaori kapil kara
karan kari karim karin karina karl karla kartik kasper kate kaushal kaushik kavin kavita kavya kazuki kazuko kazuo keiji keiko keith kelly kelvin kemal kenichi kenji kenta kerem kerry ketan
khushi kian kim kinga kira kiran kirill kirk kirsi kirti klara klaus knut koichi koji komal koray krishna kuldeep kumari kumiko kunal kurt kyle kyoko lakshmi lalit lalita lance lapo lara
larisa lars lata laure lavanya lea leah lech lechoslaw lee leela leif leila lena leo leokadia leon leona leonie leroy leszek leticia levent levi liam lila lina linda line linnea lionel lior
liora lisa lisette liv lloyd logan loic lois lokesh lola lone loren lorena loretta lori loris lorna luana luca lucio lucyna ludivine ludovic luis luisa luna lydia lyubov maayan mabel madhav
madhu madhuri mads mae mael maelle mahesh maia maki makoto mala malik malin malini malte mami mamta manan mandeep manish manisha manjit manju manlio manoj manon manpreet mara marc marcel
marcela marcelin marcella marcia marcin marco marek margaux mariah mariam marianne marielle marika mariko marina marine mario marion marisa marissa marit marita marius markku marla marlene
marlon marta marvin marzena masaki masako masao masashi mateo mateusz mats maud maura maureen mauro max maxence maya mayank mayumi meenakshi megha megumi mehul mei meike meir melek melina
melis meltem menachem merav merete merja mert merve mesut metin mette mia midori mieczyslaw mika mikko mila milan milena miles milind milo mina minal ming minh minho minjae minji minju
minjun minoru minseo minsu mira mireille mirella mirko misaki mitesh mitsuko miyuki mogens mohan mohini mohit mona moran mordechai moreno morgane morten mukesh mukul munish murat muriel
mustafa mykola myra naama nadav nadege nadia nadine nalan nandini naoki naoko naomi naoto narendra naresh nasir natalia natsuki naveen navin nazan neelam neena neeraj neeta neha neil nello
nelson nese nevin nidhi nihal nihat nikhil nikita nilesh nilgun nilima nimesh nina ninon nir niraj nirmal nirmala nisha nishant nita nitesh nitin nitya noa noah noam noboru nobuko noel
noelle noemi nora norbert noriko norma nuray nurcan nurit octave odette odile ofer ofir okan olaf ole oleg olga olive omar omer onur ophelie ora oren orhan oriana oriane orit orlando orly
ornella osamu oscar otto owen ozan ozge ozlem padma paivi pallavi pam pankaj paola paras parul pascal pascale patrice patryk paulette pavan pawan pearl pedro pekka pelin pernille perrine
perry petra philibert philomene pia piera piero pilar pinar pinky pirjo pirkko piyush polina pooja poonam prabha prabhu pradeep pragya prakash pramod pranav prasad prasanna prashant prateek
praveen preeti prem prerna preston pritam priti priya priyanka puja pushpa quentin rachna radhika raghav ragnar ragnhild rahul raisa rajan rajani rajat rajeev rajendra rajesh rajiv rakesh
rakhi ralf raman ramesh rami ramona ran rana ranjan ranjana ranjit rashid rashmi rasmus ratan raul ravi ravindra ray recep reena regis reidar reine reinhard rekha remi remo ren renata renato
renaud renu renuka reshma reza rhonda richa rie riko rimma rina rino rishabh rishi rita ritesh ritu rivka riya robin rocco rodolphe rodrigue rohan rohini rohit roman romeo romina ronen ronit
rosa rosalie rosanna roseline roshan roshni ross roy ruben ruby ruchi rumi rune rupa rupali rupert ruslan ryo ryota ryuji sabina sabine sabrina sachiko sachin sagar sagi sakura salim sally
salma sam samar samer samir samira samson sandeep sandhya sandrine sandro sangeeta sanjana sanjay sanjeev sanjit sanna santiago santosh sapna sara sarika sarita sasha satish satomi satoru
satoshi satu saul saurabh saverio savita sayaka sayuri seda sedat seema selcuk selena selin selma sema semih seojin seojun seoyeon seoyoung seppo serdar serena serhat serkan seth seunghyun
severine sevgi sevil shai shailesh shakti shalini shane shani shankar shannon sharad sharda sharmila shashi sheela sheetal sheila shigeru shikha shilpa shinji shinobu shiori shira shirley
shiv shivani shlomit shobha shota shreya shruti shubham shweta sibel sidonie sigal sigurd silje silvana silvano silvio simona simone simran sinan sindre sirpa sita smita sneha sohan solange
solene solveig sonal sonam songul sonia sonja sora steen stella suat subhash sudha sudhir sujata sujin sulabha suman sumin sumit sumita sungho sunghoon sungmin sunil sunita supriya suraj
surbhi surendra suresh sushant sushil sushma susumu svante svea sven svenja sverre swapnil swati sylvain sylvestre sylviane szymon tadashi taehyung taiki takahiro takashi takeshi takuma
takuya tal tali tamar tamer tamir taner tanguy tanja tanvi tanvir tapio tara taras tariq tarja taro tarun tatjana tatsuya teemu tejas tessa tetsuya thibault thierry tia tim timo timur tina
tiziana tiziano tobias todd tolga tom tomer tomoko tomomi torsten toru toshio travis trent trevor trine tristan troy trupti tsubasa tsutomu tuba tuija tullio tuncay turgut tushar tuula tuva
tyler ubaldo uday ufuk ugur ulyana uma umberto umesh umut upasana uri urmila ursula usha uta ute uwe vadim vaibhav valeria valerio vandana vani varsha varun veena vera vernon victoire vidar
viggo vijay vikas vikash vikram vilde ville vimal vimala vinay vineet vineeta vinita vinod viola violet violette vipin vipul viraj vishal vishnu vitaly vito vivek vivian viviana volkan wade
wanda warren wayne wendy werner wieslaw wieslawa wilma yael yair yana yaniv yann yara yaron yash yashwant yasin yasmin yasuko yejin yejun yeliz yerin yigal ylva yngve yoav yoel yogesh yogita
yoko yolande yoram yoshiko yoshio yosuke yotam younghee youngho yujin yuka yukari yuki yukiko yukio yuko yuma yumi yumiko yusuf yusuke yuta yuto yuval yuya yves yvette yvon yvonne zafer zara
zdzislaw zehra zeki zelie zenon zeynep zinaida ziv zoe zoya zygmunt
`;
