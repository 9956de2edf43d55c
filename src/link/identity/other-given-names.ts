/** Other given names that are near to another one: with them a letter is a difference, not a slip. */
export const OTHERS = `
aarti abdul abhay abhijit abhishek adele agathe ahmet aime aisha ajit akash alba albane alberto alicia alina alisa alix alla alma alok alva alvaro aman amandine amar ambre ameet amir amira
amit amita amrita amy anais anand anant andres anfisa anil anita anja anjali anju anke ankit ankita ankur annette anouk ansgar antje antonin anup anupam anuradha aparna apolline april
archana ari aria ariana ariel arjun arkady armand armando arnaldo arnaud arpit artem arti arun arvind asha ashish ashok ashwin asif astrid atul aubin aude audrey aurelie aurelio aurore ava
avinash avital axel axelle ayelet ayla aylin ayse aysel aysen
babita bahar banu bao barnabe baudouin beata bella berk berta beverly bharat bharati bhavesh bhavna bianca bina bjorn blandine bodil bogdan boguslaw boris bozena brad brandon brenda brent
bridget brijesh brita brock brooke bryce bulent burak burcu burkhard
callie camila camille camilo canan capucine cara carine carla carmen carolina carsten cedric celestin celine cem cemal cengiz cesar chad chandan charu chen cheryl chetan chhaya chiara chloe
clara clark claude claudia claudio claus clemence clement clothilde colin connor constanza coralie corentin craig cristian cristobal crystal curtis cyprien cyril cyrille
dagmar dagny dale dalia damien damon dana dario darren darshan dawn daya dean deepa deepak deepika deepti delia delphine denise deniz desmond detlef devi devon dhruv didier diego dieter
diethelm dilek dilip dina dinesh dirk divya donna doreen doris dorit duncan dustin dylan
earl ebru eckhard edeltraud edith edyta efrat egil egon egor eitan eivind elad elaine elena elia elias elif eliot elisa elke ellis elmar elmer eloise elsa emel emeline emeric emil emilia
emiliano emilio emine emir emre engin ennio enno enrico enrique eren eric erica erika erin erol ersin erwin eskil espen esperanza esra estela estelle etienne ettore eudes eugenia eugenio eva
evan ewelina eyal ezequiel
fabian fabienne fabio fabiola fabrice facundo faith falk farah farhan farida fatih fatima felicia ferhat filiz fiona firoz flavie flavio flore florencia floriane floyd franciszek frauke
frida friedhelm frode fulvio
gael gaelle gaetan gaia galit ganesh gary gaspard gaurav gauri gautam gavin geeta geir gemma genowefa geraldine gerlinde germain gerold gervais gesa giada gilad gilberto gilles gina giorgia
girish gisela gita giulio gleb glen glenn gloria gokhan gonul gopal gordon gottfried gotthard govind graham grant grazyna greta gudrun guido gul gulay gulsen gunnar gunther gurdeep gurmeet
gurpreet guy gwenael gwenaelle
hadas hagit hailey hakan halil haluk hamad hamid hamza hande hanno haris harish harjeet harjit harpreet harsh harsha hartmut hartwig harvey hassan hazel heather hector hege heike heiko heinz
helga helge helle helmut hema hemant henning henriette henrike henryka hernan herve hila hilda hilmar hina hitesh holger holly honore hope horacio horst hubert hugues hulya humberto
ida igor ilan ilaria ilona ilse ilya imran inbal indira ines inessa inga ingeborg inger ingo ingrid inna ira irfan irina iris irma irmgard isaiah isaure ishaan ismael isolde itai ivano ivar
ivy iwona
jade jagdish jamal jan jana jared jasmeet jasper jaspreet jatin javed jay jaya jayant jayesh jean jeanne jeannette jens jerry jesper jignesh jill jimena jitendra joel joelle jolanta jordane
jorge jorn jose josef josette josiane joy joyce juana judah jukka juliane julieta julio julita june jurgen justyna jyoti
kai kailash kaisa kalpana kamal kamala kamil kamlesh kapil kara karan kari karim karin karina karl karla kartik kasper kate kaushal kaushik kavin kavita kavya keith kelly kelvin kemal kerem
kerry kerstin ketan khushi kian kim kinga kira kiran kirill kirk kirsi kirti klara klaus knut komal koray kornelia krishna kuldeep kumari kunal kurt kyle
lakshmi lalit lalita lance lapo lara larisa lars lata laure lauren lavanya lea leah leandro lech lechoslaw lee leela leif leila lena leo leokadia leon leona leonie leroy leszek leticia
levent levi liam lidia lieselotte lila liliana lina linda line linnea lionel lior liora lisa lisette liv lloyd logan loic lois lokesh lola lone loren lorena loretta lori loris lorna lothar
luana luca luciano lucio lucyna ludger ludivine ludovic luis luisa luise luna lutz lydia lyubov
maayan mabel madhav madhu madhuri mads mae mael maelle mahesh maia mala malik malin malini malte mamta manan mandeep manish manisha manjit manju manlio manoj manon manpreet mara marc marcel
marcela marcelin marcella marcelo marcia marcin marco marek margaux mariah mariam marianne marielle marika marina marine mario marion marisa marissa marit marita marius markku marla marlene
marlies marlon marta marvin marzena mateo mateusz matias mats maud maura maureen mauricio mauro max maxence maximiliano maya mayank mechthild meenakshi megha mehul mei meike meinhard meir
melek melina melis melitta meltem menachem merav merete merja mert merve mesut metin mette mia micaela mieczyslaw mika mikko mila milagros milan milena miles milind milo mina minal mira
mireille mirella mirko mirta mitesh mogens mohan mohini mohit mona monique moran mordechai moreno morgane morten mukesh mukul munish murat muriel mustafa mykola myra
naama nadav nadege nadia nadine nahuel nalan nandini naomi narendra naresh nasir natalia naveen navin nazan neelam neena neeraj neeta neha neil nello nelson nese nestor nevin nidhi nihal
nihat nikhil nikita nilesh nilgun nilima nimesh nina ninon nir niraj nirmal nirmala nisha nishant nita nitesh nitin nitya noa noah noam noel noelia noelle noemi nora norbert norberto norma
nuray nurcan nurit
octave odette odile ofer ofir okan olaf ole oleg olga olive omar omer onur ophelie ora oren orhan oriana oriane orit orlando orly ornella ortrud oscar osvaldo otmar otto owen ozan ozge ozlem
padma paivi pallavi pam pankaj paola paras parul pascal pascale patrice patricio patryk paulette pavan pawan pearl pedro pekka pelin pernille perrine perry petra philibert philomene pia
piera piero pilar pinar pinky pirjo pirkko piyush polina pooja poonam prabha prabhu pradeep pragya prakash pramod pranav prasad prasanna prashant prateek praveen preeti prem prerna preston
pritam priti priya priyanka puja pushpa
quentin
rachna radhika raghav ragnar ragnhild rahul raisa rajan rajani rajat rajeev rajendra rajesh rajiv rakesh rakhi ralf raman ramesh rami ramiro ramona ran rana ranjan ranjana ranjit rashid
rashmi rasmus ratan raul ravi ravindra ray rebeca recep reena regis reidar reine reinhard reinhold rekha remi remo ren renata renato renaud renu renuka reshma reza rhonda richa rimma rina
rino rishabh rishi rita ritesh ritu rivka riya robin rocco rodolfo rodolphe rodrigue rogelio rohan rohini rohit roman romeo romina ronen ronit rosa rosalie rosanna roseline roshan roshni
ross roswitha roy ruben ruby ruchi rune rupa rupali rupert ruslan
sabina sabine sabrina sachin sagar sagi salim sally salma sam samar samer samir samira samson sandeep sandhya sandrine sandro sangeeta sanjana sanjay sanjeev sanjit sanna santiago santosh
sapna sara sarika sarita sasha satish satu saul saurabh saverio savita seda sedat seema selcuk selena selin selma sema semih seppo serdar serena serhat serkan seth severine sevgi sevil shai
shailesh shakti shalini shane shani shankar shannon sharad sharda sharmila shashi sheela sheetal sheila shikha shilpa shira shirley shiv shivani shlomit shobha shreya shruti shubham shweta
sibel sidonie siegbert sigal sigmund sigrun sigurd silje silke silvana silvano silvio simona simone simran sinan sindre sirpa sita smita sneha sohan solange solene solveig sonal sonam songul
sonia sonja sora steen stella suat subhash sudha sudhir sujata sulabha suman sumit sumita sunil sunita supriya suraj surbhi surendra suresh sushant sushil sushma svante svea sven svenja
sverre swantje swapnil swati sylvain sylvestre sylviane szymon
tal tali tamar tamer tamir taner tanguy tanja tanvi tanvir tapio tara taras tariq tarja tarun tatjana teemu tejas tessa thibault thierry tia tim timo timur tina tiziana tiziano tobias todd
tolga tom tomer torsten travis trent trevor trine tristan troy trupti tuba tuija tullio tuncay turgut tushar tuula tuva tyler
ubaldo uday ufuk ugur ulyana uma umberto umesh umut undine upasana uri urmila ursula usha uta ute uwe
vadim vaibhav valeria valerio vandana vanesa vani varsha varun veena veit vera vernon victoire vidar viggo vijay vikas vikash vikram vilde ville vimal vimala vinay vineet vineeta vinita
vinod viola violet violette vipin vipul viraj virgilio vishal vishnu vitaly vito vivek vivian viviana volkan volker
wade waltraud wanda warren wayne wendelin wendy werner wiebke wieslaw wieslawa wilfredo wilfried wilma winfried wolfram
ximena
yael yair yana yaniv yann yara yaron yash yashwant yasin yasmin yeliz yigal ylva yngve yoav yoel yogesh yogita yolande yoram yotam yusuf yuval yves yvette yvon yvonne
zafer zara zdzislaw zehra zeki zelie zenon zeynep zinaida ziv zoe zoya zygmunt
`;
/** Given names of Korea, Japan and China in plain letters: near to another one as well, and none that somebody of there takes on abroad. */
export const EAST_ASIAN_GIVEN = `
aiko akiko akira asami ayaka ayako ayumi chiharu daichi daiki daisuke dohyun donghyun dongwook doyun eiji eriko eunji eunjoo eunyoung fumiko haeun haruka haruki haruto hayoon hideki hideo
hiroki hiroko hiroshi hitomi hyejin hyerin hyunjin hyunjoo hyunsoo hyunwoo isamu jaeho jaehyun jaewon jihoon jihye jihyun jimin jin jinho jinwon jinwoo jisoo jisu jiwon jiwoo jiyeon jiyoon
jiyoung junho junhyuk junko kaito kana kaori kazuki kazuko kazuo keiji keiko kenichi kenji kenta koichi koji kumiko kyoko maki makoto mami mariko masaki masako masao masashi mayumi megumi
midori ming minh minho minjae minji minju minjun minoru minseo minsu misaki mitsuko miyuki naoki naoko naoto natsuki noboru nobuko noriko osamu rie riko rumi ryo ryota ryuji sachiko sakura
satomi satoru satoshi sayaka sayuri seojin seojun seoyeon seoyoung seungho seunghyun shigeru shinji shinobu shiori shota sujin sumin sungho sunghoon sungmin susumu tadashi taehyung taiki
takahiro takashi takeshi takuma takuya taro tatsuya tetsuya tomoko tomomi toru toshio tsubasa tsutomu yasuko yejin yejun yerin yoko yoshiko yoshio yosuke younghee youngho yujin yuka yukari
yuki yukiko yukio yuko yuma yumi yumiko yusuke yuta yuto yuya
`;
