/** Other given names that are near to another one: with them a letter is a difference, not a slip. */
export const OTHERS = `
aisha alba alina alma alva amir amira amit amy anil anita anja anouk april ari aria ariana arjun arun asha astrid ava axel ayse bao bella berta bianca bjorn boris brad brenda brent bridget
brock brooke bryce callie camila camille cara carla carmen carolina carsten celine chad chen chiara chloe clara clark claude claudia claus colin connor craig crystal curtis cyril dale damien damon
dana dario darren dawn dean deepa delia denise desmond devon diego dieter dina dirk donna doris duncan dustin dylan earl edith egon elaine elena elias eliot ellis elmar elmer eloise elsa emil
emilia emilio enrico enrique eric erica erika erin erwin eva evan fabian fabio faith farah fatima felicia fiona flavio floyd frida gary gavin gemma gina giulio glen glenn gloria gordon graham grant
greta gunnar gunther guy hailey hamza harvey hassan hazel heather hector heike heinz helga helge henriette hilda holger holly hope horst hubert ida ilse imran ines inga ingo ingrid ira irina iris
irma isaiah ismael ivy jade jamal jan jana jared jasper javed jay jean jeanne jeannette jens jerry jill jin joel joelle jorge jose josef joy joyce juana judah julio june jurgen kai kara kari karim
karin karina karl karla kasper kate keith kelly kelvin kerry kian kim kira kirk klara klaus kurt kyle lance lara lars lea leah lee leila lena leo leon leona leroy leticia levi liam lila lina linda
lionel lisa liv lloyd logan lois lola loren lorena loretta lori lorna luana luca luis luisa luna lydia mabel mae maia malik mara marc marcel marcela marcella marcia marco mariah mariam mario marion
marisa marissa marla marlon marta marvin mateo maura maureen mauro max maya mei meike mia mila milan miles milo mina ming minh mira mirko mona mustafa myra nadia nadine naomi natalia neil nelson
nina noah noel noemi nora norma olaf ole olga omar orlando oscar otto owen pam paola pascal patrice pearl pedro perry petra pia pilar preston quentin ralf ram ramona raul ravi ray reinhard reza
rhonda rita robin rocco rohan roman romeo rosa rosalie ross roy ruben ruby rupert sabina sabine sabrina sally salma sam samira sandro sanjay santiago sara sasha saul selena selma serena seth shane
shannon sheila shirley silvio simona simone sonia sonja stella steen sven svenja tanja tara tariq tatjana tessa tia tim tina tobias todd tom torsten travis trent trevor troy tyler ursula uta ute
uwe valeria vera vernon vikram viola violet vivian wade wanda warren wayne wendy werner wilma yara yasmin yusuf yvette yvonne zara zoe
`;
