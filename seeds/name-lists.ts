/** Invented families: names that go together, and the language spoken at home (none: Dutch). */
export type NameList = {
	language?: string;
	surnames: readonly string[];
	girls: readonly string[];
	boys: readonly string[];
	mothers: readonly string[];
	fathers: readonly string[];
};

const words = (text: string) => text.split(', ');

export const nameLists: readonly NameList[] = [
	{
		surnames: words(
			'de Vries, van Dijk, Bos, Dekker, van den Berg, Kramer, Hoekstra, Prins, van der Meer, Schouten, de Wit, Kuipers, Veenstra, van Leeuwen, Blom, Hendriks, ter Horst, Wolters, Brouwer, Sanders, Peters, van Beek, Groen, Timmers'
		),
		girls: words('Lotte, Saar, Evi, Fien, Julia, Roos, Lieke, Nina, Tess, Isa, Maud, Jip, Vera, Floor'),
		boys: words('Daan, Sam, Finn, Lars, Thijs, Luuk, Jesse, Teun, Gijs, Bram, Stijn, Pim, Tijn, Ruben'),
		mothers: words('Marloes, Ellen, Karin, Femke, Judith, Esther, Wendy, Hanneke, Sanne, Marieke, Inge, Linda'),
		fathers: words('Erik, Jeroen, Martijn, Dennis, Bas, Sander, Wouter, Marcel, Tom, Arjan, Niels, Ruud')
	},
	{
		language: 'ar',
		surnames: words('El Amrani, Bouzid, Haddad, Al-Khatib, Ouali, Mansouri, Chahid'),
		girls: words('Amira, Salma, Yasmin, Lina, Hafsa, Rania'),
		boys: words('Ilyas, Bilal, Zakaria, Omar, Anas, Idris'),
		mothers: words('Fatima, Khadija, Naima, Rachida, Loubna'),
		fathers: words('Hassan, Karim, Rachid, Said, Nabil')
	},
	{
		language: 'tr',
		surnames: words('Yilmaz, Kaya, Aydin, Arslan, Celik, Ozturk'),
		girls: words('Elif, Zeynep, Defne, Melis, Esra'),
		boys: words('Emir, Kerem, Deniz, Yusuf, Can'),
		mothers: words('Aysel, Sevgi, Hatice, Gul, Nuray'),
		fathers: words('Mehmet, Murat, Serkan, Hakan, Orhan')
	},
	{
		language: 'pl',
		surnames: words('Kowalczyk, Wisniewski, Nowicki, Zielinski'),
		girls: words('Zofia, Maja, Hania, Ola'),
		boys: words('Jakub, Filip, Antek, Szymon'),
		mothers: words('Agnieszka, Katarzyna, Ewa, Monika'),
		fathers: words('Pawel, Tomasz, Marcin, Piotr')
	},
	{
		language: 'uk',
		surnames: words('Shevchenko, Bondar, Melnyk'),
		girls: words('Sofiia, Daryna, Mila'),
		boys: words('Maksym, Danylo, Artem'),
		mothers: words('Oksana, Iryna, Olena'),
		fathers: words('Andriy, Serhiy, Taras')
	},
	{
		surnames: words('Winter, Rozenblad, Pengel, Ramdin, Sital, Kromo, Pinas'),
		girls: words('Shanaya, Gia, Naomi, Priya, Zoë'),
		boys: words('Jayden, Dylan, Rayan, Kiran, Noah'),
		mothers: words('Sharon, Anjali, Chantal, Radha, Joyce'),
		fathers: words('Clyde, Ravi, Winston, Vinod, Roy')
	},
	{
		language: 'en',
		surnames: words('Okafor, Mensah, Thompson, Adeyemi'),
		girls: words('Grace, Ama, Chloe, Ife'),
		boys: words('Samuel, Kofi, Leo, Tobi'),
		mothers: words('Ngozi, Abena, Rachel, Sade'),
		fathers: words('Emeka, Kwame, James, Femi')
	},
	{
		language: 'ti',
		surnames: words('Tesfay, Haile, Gebremedhin'),
		girls: words('Selam, Rahel, Liya'),
		boys: words('Natnael, Yonas, Abel'),
		mothers: words('Mebrat, Almaz, Tsega'),
		fathers: words('Dawit, Berhane, Samson')
	}
];
