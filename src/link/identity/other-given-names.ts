/** Other given names that are near to another one: with them a letter is a difference, not a slip. */
export const OTHERS = `
aarti abdul abhay abhijit abhishek aisha ajit akash alba alina alma alok alva aman amar ameet amir amira amit amita amrita amy anand anant anil anita anja anjali anju ankit ankita ankur
anouk anup anupam anuradha aparna april archana ari aria ariana arjun arpit arti arun arvind asha ashish ashok ashwin asif astrid atul ava avinash axel ayse babita bao bella berta bharat
bharati bhavesh bhavna bianca bina bjorn boris brad brenda brent bridget brijesh brock brooke bryce callie camila camille cara carla carmen carolina carsten celine chad chandan charu chen
chetan chhaya chiara chloe clara clark claude claudia claus colin connor craig crystal curtis cyril dale damien damon dana dario darren darshan dawn daya dean deepa deepak deepika deepti
delia denise desmond devi devon dhruv diego dieter dilip dina dinesh dirk divya donna doris duncan dustin dylan earl edith egon elaine elena elias eliot ellis elmar elmer eloise elsa emil
emilia emilio enrico enrique eric erica erika erin erwin eva evan fabian fabio faith farah farhan farida fatima felicia fiona firoz flavio floyd frida ganesh gary gaurav gauri gautam gavin
geeta gemma gina girish gita giulio glen glenn gloria gopal gordon govind graham grant greta gunnar gunther gurdeep gurmeet gurpreet guy hailey hamad hamid hamza haris harish harjeet harjit
harpreet harsh harsha harvey hassan hazel heather hector heike heinz helga helge hema hemant henriette hilda hina hitesh holger holly hope horst hubert ida ilse imran indira ines inga ingo
ingrid ira irfan irina iris irma isaiah ishaan ismael ivy jade jagdish jamal jan jana jared jasmeet jasper jaspreet jatin javed jay jaya jayant jayesh jean jeanne jeannette jens jerry
jignesh jill jin jitendra joel joelle jorge jose josef joy joyce juana judah julio june jurgen jyoti kai kailash kalpana kamal kamala kamlesh kapil kara karan kari karim karin karina karl
karla kartik kasper kate kaushal kaushik kavin kavita kavya keith kelly kelvin kerry ketan khushi kian kim kira kiran kirk kirti klara klaus komal krishna kuldeep kumari kunal kurt kyle
lakshmi lalit lalita lance lara lars lata lavanya lea leah lee leela leila lena leo leon leona leroy leticia levi liam lila lina linda lionel lisa liv lloyd logan lois lokesh lola loren
lorena loretta lori lorna luana luca luis luisa luna lydia mabel madhav madhu madhuri mae mahesh maia mala malik malini mamta manan mandeep manish manisha manjit manju manoj manpreet mara
marc marcel marcela marcella marcia marco mariah mariam mario marion marisa marissa marla marlon marta marvin mateo maura maureen mauro max maya mayank meenakshi megha mehul mei meike mia
mila milan miles milind milo mina minal ming minh mira mirko mitesh mohan mohini mohit mona mukesh mukul munish mustafa myra nadia nadine nandini naomi narendra naresh nasir natalia naveen
navin neelam neena neeraj neeta neha neil nelson nidhi nihal nikhil nikita nilesh nilima nimesh nina niraj nirmal nirmala nisha nishant nita nitesh nitin nitya noah noel noemi nora norma
olaf ole olga omar orlando oscar otto owen padma pallavi pam pankaj paola paras parul pascal patrice pavan pawan pearl pedro perry petra pia pilar pinky piyush pooja poonam prabha prabhu
pradeep pragya prakash pramod pranav prasad prasanna prashant prateek praveen preeti prem prerna preston pritam priti priya priyanka puja pushpa quentin rachna radhika raghav rahul rajan
rajani rajat rajeev rajendra rajesh rajiv rakesh rakhi ralf raman ramesh ramona rana ranjan ranjana ranjit rashid rashmi ratan raul ravi ravindra ray reena reinhard rekha renu renuka reshma
reza rhonda richa rina rishabh rishi rita ritesh ritu riya robin rocco rohan rohini rohit roman romeo rosa rosalie roshan roshni ross roy ruben ruby ruchi rupa rupali rupert sabina sabine
sabrina sachin sagar salim sally salma sam samar samer samir samira sandeep sandhya sandro sangeeta sanjana sanjay sanjeev sanjit santiago santosh sapna sara sarika sarita sasha satish saul
saurabh savita seema selena selma serena seth shailesh shakti shalini shane shankar shannon sharad sharda sharmila shashi sheela sheetal sheila shikha shilpa shirley shiv shivani shobha
shreya shruti shubham shweta silvio simona simone simran sita smita sneha sohan sonal sonam sonia sonja steen stella subhash sudha sudhir sujata sulabha suman sumit sumita sunil sunita
supriya suraj surbhi surendra suresh sushant sushil sushma sven svenja swapnil swati tanja tanvi tanvir tara tariq tarun tatjana tejas tessa tia tim tina tobias todd tom torsten travis trent
trevor troy trupti tushar tyler uday uma umesh upasana urmila ursula usha uta ute uwe vaibhav valeria vandana vani varsha varun veena vera vernon vijay vikas vikash vikram vimal vimala vinay
vineet vineeta vinita vinod viola violet vipin vipul viraj vishal vishnu vivek vivian wade wanda warren wayne wendy werner wilma yara yash yashwant yasmin yogesh yogita yusuf yvette yvonne
zara zoe
`;
