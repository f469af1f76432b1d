"""Places that news names as if they spoke, and the adjectives made of them.  English spellings; general knowledge."""

from __future__ import annotations

from tui.convert.sources.languages import words

PLACES = words("""
Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium
Bolivia Bosnia Brazil Britain Bulgaria Burma Cambodia Cameroon Canada Chad Chile China Colombia Congo Croatia Cuba
Cyprus Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Finland France Georgia Germany Ghana Greece Guatemala
Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya Kosovo
Kuwait Kyrgyzstan Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Madagascar Malaysia Mali Malta Mexico Moldova
Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan
Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia
Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tunisia
Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe Europe Asia Africa
America Antarctica Greenland North_Korea South_Korea New_Zealand South_Africa Saudi_Arabia United_States
United_Kingdom Soviet_Union Costa_Rica El_Salvador Sri_Lanka South_Sudan Ivory_Coast Puerto_Rico Hong_Kong
Czech_Republic Dominican_Republic United_Arab_Emirates Papua_New_Guinea Northern_Ireland West_Bank European_Union
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Washington Wisconsin Wyoming New_Hampshire New_Jersey
New_Mexico New_York North_Carolina North_Dakota South_Carolina South_Dakota Rhode_Island West_Virginia Ontario Quebec
Alberta Manitoba Saskatchewan Queensland Victoria Tasmania Bavaria Saxony Catalonia Crimea Siberia Moscow
Beijing Paris London Berlin Brussels Kyiv Kiev Tehran Jerusalem Tokyo Seoul Pyongyang Delhi Islamabad Ankara Cairo
Riyadh Damascus Baghdad Kabul Warsaw Budapest Prague Vienna Rome Madrid Lisbon Athens Stockholm Oslo Copenhagen
Helsinki Dublin Edinburgh Cardiff Belfast Geneva Zurich Bern Hague Amsterdam Ottawa Canberra Wellington Taipei Hanoi
Manila Jakarta Bangkok Kuala_Lumpur New_Delhi Mexico_City Buenos_Aires Brasilia Caracas Bogota Lima Havana Santiago
Nairobi Pretoria Lagos Abuja Addis_Ababa Khartoum Tripoli Tunis Algiers Rabat Beirut Amman Doha Dubai Abu_Dhabi Sydney
Melbourne Toronto Montreal Vancouver Chicago Boston Philadelphia Detroit Houston Dallas Austin Atlanta Miami Denver
Seattle Phoenix Baltimore Cleveland Cincinnati Pittsburgh Milwaukee Minneapolis Portland Sacramento Oakland Charlotte
Nashville Memphis Louisville Orlando Tampa Los_Angeles San_Francisco San_Diego Las_Vegas New_Orleans St._Louis
Kansas_City Salt_Lake_City Washington_D.C. Manchester Birmingham Liverpool Glasgow Leeds Bristol Munich Hamburg
Frankfurt Cologne Milan Naples Turin Barcelona Seville Valencia Lyon Marseille Istanbul Mumbai Shanghai Gaza Aleppo
Kharkiv Odesa Mariupol Donetsk Vegas Manhattan Brooklyn Queens Bronx Hollywood Broadway Tel_Aviv U.S. US USA U.K. UK
D.C. UAE EU Alemania Francia España Italia México Brasil Perú Rusia Ucrania Turquía Japón Corea Bruselas
Moscú Londres Nordkorea Südkorea Italien Polen Ungarn Tschechien Slowakei Slowenien Kroatien Serbien Bosnien
Griechenland Bulgarien Rumänien Belgien Niederlande Dänemark Norwegen Schweden Finnland Estland Lettland Litauen
Weißrussland Georgien Armenien Aserbaidschan Ägypten Libyen Tunesien Algerien Marokko Äthiopien Kenia Südafrika Syrien
Libanon Jordanien Saudi-Arabien Jemen Indien Indonesien Philippinen
Australien Neuseeland Kanada Mexiko Kuba Kolumbien Brasilien Argentinien Großbritannien Schottland Irland Europa
Afrika Asien Amerika Bayern Sachsen Thüringen Hessen Brandenburg Niedersachsen Saarland Baden-Württemberg
Nordrhein-Westfalen Rheinland-Pfalz Schleswig-Holstein Sachsen-Anhalt Mecklenburg-Vorpommern Köln München Stuttgart
Düsseldorf Leipzig Dresden Hannover Nürnberg Bremen Zürich Basel Genf Graz Linz Salzburg Innsbruck Tirol Kärnten
Steiermark Prag Warschau Kairo Athen Havanna Deutschland Frankreich Spanien Russland Österreich Schweiz Türkei
Brüssel Moskau Peking Kiew Wien Allemagne Espagne Italie Russie Suisse Turquie Bruxelles Moscou Pékin
Vienne Belgique Germania Spagna Svizzera Turchia Mosca Pechino Londra
Roma Parigi Berlino Milano Ucraina Alemanha França Espanha Itália Rússia Suíça Turquia Moscovo Pequim Lisboa
Brasília Paulo
Séoul Kaboul Téhéran Bagdad Damas Beyrouth Jérusalem Ramallah Riyad Athènes Belgrade Berne Bratislava Bucarest
Copenhague Lisbonne Ljubljana Minsk Podgorica Riga Sarajevo Tallinn Tbilissi Tirana Varsovie Vilnius Zagreb Erevan
Bakou Alger Dakar Bamako Niamey Ouagadougou Abidjan Lomé Cotonou Yaoundé Libreville Brazzaville Kinshasa Kigali
Addis-Abeba Québec Montréal Genève Hanoï Strasbourg Angleterre Écosse Irlande Pologne Hongrie Tchéquie Slovaquie
Slovénie Croatie Serbie Bosnie Grèce Bulgarie Roumanie Danemark Norvège Suède Finlande Estonie Lettonie Lituanie
Biélorussie Géorgie Arménie Azerbaïdjan Égypte Libye Tunisie Algérie Maroc Sénégal Cameroun Gabon Éthiopie Soudan
Afrique Syrie Liban Jordanie Israël Yémen Irak Inde Japon Chine Indonésie Viêtnam Australie Mexique Colombie Brésil
Argentine Chili Pérou Haïti Autriche Asie Amérique États-Unis Royaume-Uni Seúl Tokio Pekín Teherán Damasco Jerusalén
Riad Atenas Belgrado Berna Dublín Liubliana Praga Estocolmo Varsovia Viena Argel Túnez Trípoli Jartum Bogotá Quito
Montevideo Managua Tegucigalpa Ginebra Hanói Camberra Estrasburgo Inglaterra Escocia Irlanda Polonia Hungría Chequia
Eslovaquia Eslovenia Croacia Grecia Rumanía Dinamarca Noruega Suecia Finlandia Letonia Lituania Bielorrusia Azerbaiyán
Egipto Libia Argelia Marruecos Camerún Etiopía Sudán África Siria Líbano Jordania Palestina Irán Afganistán Filipinas
Canadá Panamá Haití Suiza Bélgica Cataluña Andalucía Sevilla Zaragoza Bilbao Seul Teheran Gerusalemme Atene Copenaghen
Dublino Lubiana Stoccolma Varsavia Zagabria Algeri Tunisi Ginevra Strasburgo Inghilterra Scozia Ungheria Slovacchia
Croazia Danimarca Norvegia Svezia Lettonia Bielorussia Egitto Etiopia Libano Giordania Israele Giappone Cina Messico
Brasile Perù Belgio Lombardia Piemonte Toscana Sicilia Sardegna Puglia Veneto Napoli Torino Genova Bologna Palermo
Catania Venezia Firenze Tóquio Cabul Teerã Teerão Bagdá Bagdade Jerusalém Copenhaga Varsóvia Genebra Argélia Marrocos
Egito Síria Jordânia Irã Irão Iraque Afeganistão Índia Japão Paquistão Indonésia Austrália Colômbia Equador Uruguai
Paraguai Bolívia Escócia Polônia Polónia Hungria Eslováquia Croácia Sérvia Grécia Bulgária Romênia Roménia Suécia
Finlândia Bielorrússia Moçambique Ásia Bahia Ceará Pernambuco Amazonas Maranhão Curitiba Fortaleza Manaus Coimbra
Pays-Bas
""")
DEMONYMS = words("""
Afghan African Alaskan Albanian Algerian American Angolan Arab Argentine Armenian Asian Australasian Australian
Austrian Azerbaijani Azeri Bahamian Bahraini Bangladeshi Basque Bavarian Belarusian Belgian Beninese Bhutanese
Bolivian Bosnian Botswanan Brazilian British Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Catalan
Chadian Chechen Chilean Chinese Colombian Congolese Corsican Crimean Croatian Cuban Cypriot Czech Danish Dominican
Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian European Faroese Fijian Filipino Finnish Flemish
Floridian French Gabonese Gambian Georgian German Ghanaian Greek Greenlandic Guatemalan Guinean Guyanese Haitian
Hawaiian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese
Jordanian Kashmiri Kazakh Kenyan Korean Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan
Lithuanian Luxembourgish Macedonian Malagasy Malawian Malaysian Malian Maltese Mauritanian Mexican Moldovan Mongolian
Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani
Palestinian Panamanian Paraguayan Persian Peruvian Philippine Polish Portuguese Qatari Romanian Russian Rwandan
Salvadoran Samoan Saudi Scottish Senegalese Serbian Singaporean Slovak Slovenian Somali Spanish Sudanese Swedish Swiss
Syrian Taiwanese Tajik Tanzanian Tatar Thai Tibetan Togolese Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan
Uyghur Uzbek Venezuelan Vietnamese Virginian Walloon Welsh Western Yemeni Zambian Zimbabwean
Soviet Latin Hispanic Latino Muslim Jewish Christian Catholic Republican Democratic Democrat Conservative Labour
Liberal Libertarian Socialist Communist Nobel Pulitzer Texan Californian Black White Asian-American African-American
Mexican-American GOP Federal Sunni Shiite Hindu Sikh Buddhist Protestant Anglican
North_Korean South_Korean New_York South_African Sri_Lankan Saudi_Arabian South_Sudanese Northern_Irish Costa_Rican
Puerto_Rican West_Virginian Cape_Verdean Papua_New_Guinean Central_African East_African West_African Southeast_Asian
Latin_American South_American North_American Central_American East_German West_German Bosnian_Serb
""")
