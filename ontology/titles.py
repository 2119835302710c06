"""The words of titles: states, functions, institutions and qualifiers in German, English, Russian and French.

Data only; :mod:`backchannel.graph.titles` reads it. A phrase is written as usual, articles and 'of' left out;
letter case, accents, hyphens and where a state's name stands don't count. A word of four letters or more
also stands for itself with an ending ('russisch' for 'russischer', 'министр' for 'министра'), so many stand
here as stems. Everything is sorted. States go by the codes of ISO 3166-1 (``su`` and ``xk`` as reserved).
"""

from __future__ import annotations

# fmt: off
__all__ = [
    "ALIASES",
    "ARTICLES",
    "DERIVED_ENDINGS",
    "DOMAINS",
    "FUNCTIONS",
    "HOST_PREPOSITIONS",
    "INSTITUTIONS",
    "LATIN_ENDINGS",
    "MINISTERS",
    "MINISTRIES",
    "OFFICES",
    "PREFIXES",
    "QUALIFIERS",
    "STATES",
    "STATE_FILLERS",
]

# Words that say nothing here: articles, 'of', 'and', 'for', forms of address.
ARTICLES = (
    "an", "and", "d", "das", "de", "dem", "den", "der", "des", "die", "du", "ein", "eine", "einem", "einen",
    "einer", "eines", "et", "for", "frau", "für", "herr", "herrn", "l", "la", "le", "les", "m", "mme", "mr",
    "mrs", "ms", "of", "pour", "s", "the", "und", "une", "unser", "vom", "von", "г", "з", "і", "и", "по",
)

# Behind 'ambassador' they lead to the state that the ambassador is sent to.
HOST_PREPOSITIONS = (
    "a", "at", "au", "auf", "aux", "bei", "beim", "en", "im", "in", "nach", "near", "près", "to", "в", "во",
    "до", "на", "при", "у",
)

# Parts of long names of states that add nothing once the state is named.
STATE_FILLERS = (
    "Bundesrepublik", "federal", "Federal Republic", "Islamic Republic", "Islamische Republik", "Kingdom",
    "Königreich", "People's Republic", "Republic", "Republik", "République", "République islamique",
    "Royaume", "Volksrepublik", "Исламск Республик", "Королевств", "Народн Республик", "Республик",
    "Федеративн Республик",
)

# What a title may begin with, written in one word with the rest.
PREFIXES = ("alt", "bundes", "ex", "interims", "us", "vice", "vize", "übergangs", "вице", "зам", "экс")

# The endings of a noun or an adjective in German, English and French; in Cyrillic up to three letters.
LATIN_ENDINGS = ("", "e", "em", "en", "er", "es", "in", "n", "ne", "nes", "ns", "r", "s")

# What follows the stem of a state's name that stands in no lexicon: Freedonia, Freedonian, freedonisch.
DERIVED_ENDINGS = (
    "", "a", "an", "e", "en", "ens", "er", "ern", "ese", "ian", "ien", "ienne", "ier", "isch", "ish", "n",
    "nd", "sch", "s", "а", "и", "иск", "ск", "ю", "я",
)

# Whoever is the first, in these states (none: in all), is called the second as well, where nobody else is.
ALIASES: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("general staff", "head"), ("us",), ("chair", "general staff")),
    (("head", "presidency"), ("ar", "br", "cy", "id", "mx", "tr", "us"), ("government", "head")),
    (("monarch",), (), ("head", "presidency")),
    (("secretary of state",), ("us", "va"), ("foreign", "head")),
    (("secretary", "security council"), (), ("adviser", "national security")),
    (("secretary", "security council"), (), ("head", "security council")),
)


# The names of states, of their peoples and of their seats of government, as adjectives too.
STATES: dict[str, tuple[str, ...]] = {
    "ad": ("Andorra", "andorran", "andorranisch", "Andorre", "андорр", "андоррск"),
    "ae": (
        "Abu Dhabi", "Emirate", "Emirates", "Emirati", "emiratisch", "UAE", "United Arab Emirates", "VAE",
        "Vereinigte Arabische Emirate", "émirati", "Émirats arabes unis", "ОАЭ", "Объединённ Арабск Эмират",
        "Эмират", "эмиратск",
    ),
    "af": (
        "afghan", "afghane", "afghanisch", "Afghanistan", "Kaboul", "Kabul", "Афганистан", "афганск",
        "Кабул",
    ),
    "al": (
        "albanais", "albanaise", "Albania", "Albanian", "Albanie", "Albanien", "albanisch", "Tirana",
        "Албани", "албанск",
    ),
    "am": (
        "Armenia", "Armenian", "Armenien", "armenisch", "Arménie", "arménien", "arménienne", "Eriwan",
        "Jerewan", "Yerevan", "Армени", "армянск", "Ереван",
    ),
    "ar": (
        "argentin", "Argentina", "Argentine", "Argentinian", "Argentinien", "argentinisch", "Buenos Aires",
        "Аргентин", "аргентинск",
    ),
    "at": (
        "Austria", "Austrian", "Autriche", "autrichien", "autrichienne", "bundes", "Vienna", "Wien",
        "Österreich", "österreichisch", "Австри", "австрийск", "Вена", "Вене", "Вены",
    ),
    "au": (
        "Australia", "Australian", "Australie", "australien", "australienne", "australisch", "Canberra",
        "Австрали", "австралийск",
    ),
    "az": (
        "Aserbaidschan", "aserbaidschanisch", "Azerbaijan", "Azerbaijani", "Azerbaïdjan", "azerbaïdjanais",
        "azerbaïdjanaise", "Baku", "Азербайджан", "азербайджанск", "Баку",
    ),
    "ba": (
        "Bosnia", "Bosnia Herzegovina", "Bosnian", "Bosnie", "Bosnie Herzégovine", "bosnien",
        "Bosnien Herzegowina", "bosnienne", "bosnisch", "Sarajevo", "Босни", "Босни Герцеговин", "боснийск",
    ),
    "be": (
        "belge", "Belgian", "Belgien", "Belgique", "belgisch", "Belgium", "Brussels", "Bruxelles",
        "Brüssel", "Бельги", "бельгийск", "Брюссел",
    ),
    "bg": (
        "bulgare", "Bulgaria", "Bulgarian", "Bulgarie", "Bulgarien", "bulgarisch", "Sofia", "Болгари",
        "болгарск", "Софи",
    ),
    "bh": ("Bahrain", "Bahraini", "bahrainisch", "Bahreïn", "bahreïni", "Бахрейн", "бахрейнск"),
    "br": (
        "Brasilia", "brasilianisch", "Brasilien", "Brasília", "Brazil", "Brazilian", "Brésil", "brésilien",
        "brésilienne", "Бразили", "бразильск",
    ),
    "by": (
        "Belarus", "Belarusian", "belarusisch", "Belarussian", "belarussisch", "biélorusse", "Biélorussie",
        "Bélarus", "bélarusse", "Minsk", "weißrussisch", "Weißrussland", "Беларус", "беларусск",
        "Белорусси", "белорусск", "Минск",
    ),
    "ca": (
        "Canada", "Canadian", "canadien", "canadienne", "Kanada", "kanadisch", "Ottawa", "Канад", "канадск",
        "Оттав",
    ),
    "ch": (
        "Bern", "Berne", "bundes", "Schweiz", "schweizer", "schweizerisch", "Suisse", "Swiss",
        "Switzerland", "Берн", "Швейцари", "швейцарск",
    ),
    "cn": (
        "Beijing", "China", "Chine", "Chinese", "chinesisch", "chinois", "chinoise", "Peking", "PRC",
        "Pékin", "Китаем", "Китай", "китайск", "Китаю", "Китая", "КНР", "Пекин",
    ),
    "cy": (
        "Chypre", "chypriote", "Cypriot", "Cyprus", "Nicosia", "Nikosia", "Zypern", "zyprisch", "Кипр",
        "кипрск",
    ),
    "cz": (
        "Czech", "Czech Republic", "Czechia", "Prag", "Prague", "tchèque", "Tchéquie", "Tschechien",
        "tschechisch", "Праг", "Чехи", "чешск",
    ),
    "de": (
        "Allemagne", "allemand", "allemande", "Berlin", "BRD", "bundes", "deutsch", "Deutschland", "German",
        "Germany", "Берлин", "Германи", "германск", "немецк", "ФРГ",
    ),
    "dk": (
        "Copenhagen", "Copenhague", "Danemark", "Danish", "danois", "danoise", "Denmark", "Dänemark",
        "dänisch", "Kopenhagen", "Дани", "датск", "Копенгаген",
    ),
    "ee": (
        "Estland", "estländisch", "estnisch", "Estonia", "Estonian", "Estonie", "estonien", "estonienne",
        "Tallinn", "Таллин", "Таллинн", "Эстони", "эстонск",
    ),
    "eg": (
        "Cairo", "Egypt", "Egyptian", "Kairo", "Le Caire", "Ägypten", "ägyptisch", "Égypte", "égyptien",
        "égyptienne", "Египет", "египетск", "Египт", "Каир",
    ),
    "es": (
        "Espagne", "espagnol", "Madrid", "Spain", "Spanien", "spanisch", "Spanish", "Испани", "испанск",
        "Мадрид",
    ),
    "fi": (
        "Finland", "finlandais", "finlandaise", "Finlande", "finnisch", "Finnish", "Finnland", "Helsinki",
        "Финлянди", "финляндск", "финск", "Хельсинки",
    ),
    "fr": (
        "France", "Frankreich", "französisch", "français", "française", "French", "Paris", "Париж",
        "Франци", "французск",
    ),
    "gb": (
        "Britain", "britannique", "britisch", "British", "Grande Bretagne", "Great Britain",
        "Großbritannien", "London", "Londres", "Royaume Uni", "UK", "United Kingdom",
        "Vereinigten Königreich", "Vereinigtes Königreich", "Британи", "британск", "Великобритани",
        "Лондон", "Соединённ Королевств",
    ),
    "ge": (
        "Georgia", "Georgian", "Georgien", "georgisch", "Géorgie", "géorgien", "géorgienne", "Tbilisi",
        "Tiflis", "Грузи", "грузинск", "Тбилиси",
    ),
    "gr": (
        "Athen", "Athens", "Athènes", "grec", "grecque", "Greece", "Greek", "Griechenland", "griechisch",
        "Grèce", "Афин", "Греци", "греческ",
    ),
    "hr": (
        "croate", "Croatia", "Croatian", "Croatie", "Kroatien", "kroatisch", "Zagreb", "Загреб", "Хорвати",
        "хорватск",
    ),
    "hu": (
        "Budapest", "Hongrie", "hongrois", "hongroise", "Hungarian", "Hungary", "ungarisch", "Ungarn",
        "Будапешт", "венгерск", "Венгри",
    ),
    "id": (
        "Indonesia", "Indonesian", "Indonesien", "indonesisch", "Indonésie", "indonésien", "indonésienne",
        "Jakarta", "Индонези", "индонезийск",
    ),
    "ie": (
        "Dublin", "Ireland", "irisch", "Irish", "Irland", "irlandais", "irlandaise", "Irlande", "Дублин",
        "Ирланди", "ирландск",
    ),
    "il": (
        "Israel", "Israeli", "israelisch", "israélien", "israélienne", "Israël", "Jerusalem", "Tel Aviv",
        "Иерусалим", "Израил", "израильск",
    ),
    "in": (
        "Delhi", "Inde", "India", "Indian", "Indien", "indienne", "indisch", "Neu Delhi", "New Delhi",
        "Дели", "Инди", "индийск",
    ),
    "iq": (
        "Bagdad", "Baghdad", "Irak", "irakien", "irakienne", "irakisch", "Iraq", "Iraqi", "Багдад", "Ирак",
        "иракск",
    ),
    "ir": (
        "Iran", "Iranian", "iranien", "iranienne", "iranisch", "Teheran", "Tehran", "Téhéran", "Иран",
        "иранск", "Тегеран",
    ),
    "is": (
        "Iceland", "Icelandic", "islandais", "islandaise", "Islande", "isländisch", "Reykjavik", "Исланди",
        "исландск",
    ),
    "it": (
        "Italian", "Italie", "Italien", "italienisch", "italienne", "Italy", "Rom", "Rome", "Итали",
        "итальянск", "Рим",
    ),
    "jo": (
        "Amman", "Jordan", "Jordanian", "Jordanie", "jordanien", "jordanienne", "jordanisch", "Иордани",
        "иорданск",
    ),
    "jp": (
        "Japan", "Japanese", "japanisch", "Japon", "japonais", "japonaise", "Tokio", "Tokyo", "Токио",
        "Япони", "японск",
    ),
    "kg": (
        "kirghize", "Kirghizistan", "kirgisisch", "Kirgisistan", "Kirgistan", "Kyrgyz", "Kyrgyzstan",
        "Киргизи", "киргизск", "Кыргызстан",
    ),
    "kp": (
        "Corée du Nord", "DPRK", "nord coréen", "nord coréenne", "Nordkorea", "nordkoreanisch",
        "North Korea", "North Korean", "Pjöngjang", "Pyongyang", "КНДР", "Пхеньян", "Северн Коре",
        "северокорейск",
    ),
    "kr": (
        "Corée du Sud", "Republic of Korea", "Seoul", "South Korea", "South Korean", "sud coréen",
        "sud coréenne", "Séoul", "Südkorea", "südkoreanisch", "Сеул", "Южн Коре", "южнокорейск",
    ),
    "kw": ("Koweït", "koweïtien", "koweïtienne", "Kuwait", "Kuwaiti", "kuwaitisch", "Кувейт", "кувейтск"),
    "kz": (
        "Astana", "kasachisch", "Kasachstan", "kazakh", "kazakhe", "Kazakhstan", "Астан", "казахск",
        "Казахстан", "казахстанск",
    ),
    "lb": (
        "Beirut", "Beyrouth", "Lebanese", "Lebanon", "Liban", "libanais", "libanaise", "libanesisch",
        "Libanon", "Бейрут", "Ливан", "ливанск",
    ),
    "li": ("Liechtenstein", "liechtensteinisch", "Лихтенштейн", "лихтенштейнск"),
    "lt": (
        "Litauen", "litauisch", "Lithuania", "Lithuanian", "Lituanie", "lituanien", "lituanienne",
        "Vilnius", "Wilna", "Вильнюс", "Литв", "литовск",
    ),
    "lu": (
        "Luxembourg", "luxembourgeois", "luxembourgeoise", "Luxembourgish", "Luxemburg", "luxemburgisch",
        "Люксембург", "люксембургск",
    ),
    "lv": (
        "Latvia", "Latvian", "lettisch", "Lettland", "letton", "Lettonie", "lettonne", "Riga", "Латви",
        "латвийск", "латышск", "Рига", "Риге", "Риги",
    ),
    "ly": (
        "Libya", "Libyan", "Libye", "libyen", "libyenne", "libysch", "Tripoli", "Tripolis", "Ливи",
        "ливийск",
    ),
    "ma": (
        "Maroc", "marocain", "marocaine", "marokkanisch", "Marokko", "Moroccan", "Morocco", "Rabat",
        "марокканск", "Марокко",
    ),
    "mc": ("Monaco", "Monegasque", "monegassisch", "monégasque", "Монако"),
    "md": (
        "Chisinau", "Chișinău", "Moldau", "moldauisch", "moldave", "Moldavie", "Moldawien", "moldawisch",
        "Moldova", "Moldovan", "Кишинев", "Молдави", "молдавск", "Молдов", "молдовск",
    ),
    "me": (
        "Montenegrin", "montenegrinisch", "Montenegro", "monténégrin", "Monténégro", "Podgorica",
        "Черногори", "черногорск",
    ),
    "mk": (
        "Macedonia", "Macedonian", "Macédoine", "Macédoine du Nord", "macédonien", "macédonienne",
        "Mazedonien", "mazedonisch", "Nordmazedonien", "nordmazedonisch", "North Macedonia", "Skopje",
        "Македони", "македонск", "Северн Македони", "северомакедонск",
    ),
    "mt": ("Malta", "maltais", "maltaise", "Malte", "Maltese", "maltesisch", "Мальт", "мальтийск"),
    "mx": (
        "mexicain", "mexicaine", "Mexican", "Mexico", "mexikanisch", "Mexiko", "Mexique", "Мексик",
        "мексиканск",
    ),
    "nl": (
        "Den Haag", "Dutch", "Holland", "holländisch", "Netherlands", "Niederlande", "niederländisch",
        "néerlandais", "néerlandaise", "Pays Bas", "The Hague", "Гааг", "голландск", "Нидерланд",
        "нидерландск",
    ),
    "no": (
        "Norvège", "norvégien", "norvégienne", "Norway", "Norwegen", "Norwegian", "norwegisch", "Oslo",
        "Норвеги", "норвежск", "Осло",
    ),
    "om": ("Maskat", "Muscat", "Oman", "omanais", "omanaise", "Omani", "omanisch", "Оман", "оманск"),
    "pk": (
        "Islamabad", "Pakistan", "pakistanais", "pakistanaise", "Pakistani", "pakistanisch", "Пакистан",
        "пакистанск",
    ),
    "pl": (
        "Poland", "Polen", "Polish", "polnisch", "Pologne", "polonais", "polonaise", "Varsovie", "Warsaw",
        "Warschau", "Варшав", "польск", "Польш",
    ),
    "ps": (
        "Palestine", "Palestinian", "palestinien", "palestinienne", "Palästina", "palästinensisch",
        "Ramallah", "Палестин", "палестинск",
    ),
    "pt": (
        "Lisbon", "Lisbonne", "Lissabon", "portugais", "portugaise", "Portugal", "portugiesisch",
        "Portuguese", "Лиссабон", "Португали", "португальск",
    ),
    "qa": (
        "Doha", "Katar", "katarisch", "Qatar", "qatari", "qatarien", "qatarienne", "Доха", "Катар",
        "катарск",
    ),
    "ro": (
        "Bucarest", "Bucharest", "Bukarest", "Romania", "Romanian", "roumain", "roumaine", "Roumanie",
        "Rumänien", "rumänisch", "Бухарест", "Румыни", "румынск",
    ),
    "rs": (
        "Belgrad", "Belgrade", "serbe", "Serbia", "Serbian", "Serbie", "Serbien", "serbisch", "Белград",
        "Серби", "сербск",
    ),
    "ru": (
        "Fédération de Russie", "Moscou", "Moscow", "Moskau", "Moskauer", "russe", "Russia", "Russian",
        "Russian Federation", "Russie", "russisch", "Russische Föderation", "Rußland", "Москв", "московск",
        "Росси", "российск", "Российск Федераци", "русск", "РФ",
    ),
    "sa": (
        "Arabie saoudite", "Riad", "Riyadh", "saoudien", "saoudienne", "Saudi", "Saudi Arabia",
        "Saudi Arabian", "Saudi Arabien", "saudi arabisch", "Saudiarabien", "saudiarabisch", "saudisch",
        "саудовск", "Саудовск Арави", "Эр Рияд",
    ),
    "se": (
        "Schweden", "schwedisch", "Stockholm", "Suède", "suédois", "suédoise", "Sweden", "Swedish",
        "Стокгольм", "шведск", "Швеци",
    ),
    "si": (
        "Ljubljana", "Slovene", "Slovenia", "Slovenian", "slovène", "Slovénie", "Slowenien", "slowenisch",
        "Словени", "словенск",
    ),
    "sk": (
        "Bratislava", "Slovak", "Slovakia", "slovaque", "Slovaquie", "Slowakei", "slowakisch", "Братислав",
        "Словаки", "словацк",
    ),
    "sm": ("Saint Marin", "San Marino", "sanmarinesisch", "Сан Марино"),
    "su": (
        "Soviet", "Soviet Union", "soviétique", "sowjetisch", "Sowjetunion", "UdSSR", "Union soviétique",
        "URSS", "USSR", "советск", "Советск Союз", "Союз Советск Социалистическ Республик", "СССР",
    ),
    "sy": (
        "Damas", "Damascus", "Damaskus", "Syria", "Syrian", "Syrie", "Syrien", "syrienne", "syrisch",
        "Дамаск", "Сири", "сирийск",
    ),
    "tn": (
        "Tunesien", "tunesisch", "Tunisia", "Tunisian", "Tunisie", "tunisien", "tunisienne", "Тунис",
        "тунисск",
    ),
    "tr": (
        "Ankara", "turc", "Turkey", "Turkish", "turque", "Turquie", "Türkei", "türkisch", "Türkiye",
        "Анкар", "турецк", "Турци",
    ),
    "tw": (
        "Taipeh", "Taipei", "Taiwan", "Taiwanese", "taiwanesisch", "taiwanisch", "Taïwan", "taïwanais",
        "taïwanaise", "Тайбэй", "Тайван", "тайваньск",
    ),
    "ua": (
        "Kiev", "Kiew", "Kyiv", "Ukraine", "Ukrainian", "ukrainien", "ukrainienne", "ukrainisch", "Киев",
        "Києв", "Київ", "Украин", "украинск", "Україн", "українськ",
    ),
    "us": (
        "America", "American", "Amerika", "amerikanisch", "américain", "américaine", "United States",
        "United States of America", "US", "US amerikanisch", "USA", "Vereinigte Staaten",
        "Vereinigte Staaten von Amerika", "Vereinigten Staaten", "Washington", "Washingtoner", "États Unis",
        "États Unis d'Amérique", "étatsunien", "étatsunienne", "Америк", "американск", "Вашингтон",
        "вашингтонск", "Соединённ Штат", "Соединённ Штат Америк", "США",
    ),
    "uz": (
        "ouzbek", "ouzbèke", "Ouzbékistan", "usbekisch", "Usbekistan", "Uzbek", "Uzbekistan", "Узбекистан",
        "узбекск",
    ),
    "va": (
        "Heiligen Stuhl", "Heiliger Stuhl", "Holy See", "Saint Siège", "Vatican", "Vatikan", "vatikanisch",
        "Ватикан",
    ),
    "xk": ("Kosovar", "kosovarisch", "Kosovo", "Pristina", "Косов", "косовск"),
    "ye": ("Jemen", "jemenitisch", "Sanaa", "Yemen", "Yemeni", "Yémen", "yéménite", "Йемен", "йеменск"),
    "za": (
        "Afrique du Sud", "Pretoria", "South Africa", "South African", "sud africain", "sud africaine",
        "Südafrika", "südafrikanisch", "ЮАР", "Южн Африк", "южноафриканск",
    ),
}

# What ministries are for: the nouns of each language, and what German compounds begin with ('dec').
DOMAINS: dict[str, dict[str, tuple[str, ...]]] = {
    "agriculture": {
        "de": ("Landwirtschaft",),
        "dec": ("Agrar", "Landwirtschafts"),
        "en": ("agricultural", "agriculture", "food"),
        "fr": ("agriculture",),
        "ru": ("сельск хозяйств",),
    },
    "culture": {
        "de": ("Kultur",),
        "dec": ("Kultur",),
        "en": ("cultural", "culture"),
        "fr": ("culture",),
        "ru": ("культур",),
    },
    "defence": {
        "de": ("Landesverteidigung", "nationale Verteidigung", "Streitkräfte", "Verteidigung"),
        "dec": ("Kriegs", "Verteidigungs", "Wehr"),
        "en": ("armed forces", "defence", "defense", "national defence", "national defense"),
        "fr": ("armées", "défense", "défense nationale", "forces armées"),
        "ru": ("вооружённ сил", "национальн оборон", "нацоборон", "оборон"),
        "uk": ("оборон",),
    },
    "development": {
        "de": ("Entwicklung",),
        "dec": ("Entwicklungs", "Entwicklungshilfe"),
        "en": ("development", "international development"),
        "fr": ("développement",),
        "ru": ("развити",),
    },
    "economy": {
        "de": ("Wirtschaft",),
        "dec": ("Wirtschafts",),
        "en": ("economic", "economic affairs", "economics", "economy"),
        "fr": ("économie",),
        "ru": ("экономик", "экономическ развити"),
    },
    "education": {
        "de": ("Bildung",),
        "dec": ("Bildungs",),
        "en": ("education",),
        "fr": ("éducation", "éducation nationale"),
        "ru": ("образовани", "просвещени"),
    },
    "energy": {
        "de": ("Energie",),
        "dec": ("Energie",),
        "en": ("energy",),
        "fr": ("énergie",),
        "ru": ("энергетик", "энерги"),
    },
    "environment": {
        "de": ("Umwelt",),
        "dec": ("Klima", "Umwelt"),
        "en": ("climate", "environment"),
        "fr": ("environnement", "transition écologique"),
        "ru": ("природн ресурс", "экологи"),
    },
    "finance": {
        "de": ("Finanzen",),
        "dec": ("Finanz",),
        "en": ("finance", "treasury"),
        "fr": ("finance", "finances"),
        "ru": ("финанс",),
    },
    "foreign": {
        "de": ("Außenpolitik", "auswärtige Angelegenheiten", "Auswärtigen", "Äußeren", "Äußeres", "Äußern"),
        "dec": ("Außen",),
        "en": ("external affairs", "external relations", "foreign", "foreign affairs"),
        "fr": (
            "Affaires extérieures", "affaires étrangères", "Europe affaires étrangères",
            "relations extérieures",
        ),
        "ru": ("внешн связ", "иностранн дел"),
        "uk": ("закордонн справ",),
    },
    "health": {
        "de": ("Gesundheit",),
        "dec": ("Gesundheits",),
        "en": ("health",),
        "fr": ("santé",),
        "ru": ("здравоохранени",),
    },
    "interior": {
        "de": ("Inneren", "Inneres", "Innern"),
        "dec": ("Innen",),
        "en": ("home", "home affairs", "interior", "internal affairs"),
        "fr": ("intérieur",),
        "ru": ("внутренн дел",),
        "uk": ("внутрішн справ",),
    },
    "justice": {
        "de": ("Justiz",),
        "dec": ("Justiz",),
        "en": ("justice",),
        "fr": ("justice",),
        "ru": ("юстици",),
    },
    "labour": {
        "de": ("Arbeit",),
        "dec": ("Arbeits", "Sozial"),
        "en": ("labor", "labour"),
        "fr": ("travail",),
        "ru": ("труд",),
    },
    "trade": {
        "de": ("Handel",),
        "dec": ("Handels",),
        "en": ("commerce", "trade"),
        "fr": ("commerce",),
        "ru": ("промышленност торговл", "торговл"),
    },
    "transport": {
        "de": ("Verkehr",),
        "dec": ("Transport", "Verkehrs"),
        "en": ("transport", "transportation"),
        "fr": ("transports",),
        "ru": ("транспорт",),
    },
}

# What a minister is called, by language ('dec': German compounds), {} being a domain.
MINISTERS: dict[str, tuple[str, ...]] = {
    "de": ("Minister {}",),
    "dec": ("{}minister", "{}ressortchef"),
    "en": ("minister {}", "secretary state {}", "secretary {}", "{} chief", "{} minister", "{} secretary"),
    "fr": ("ministre {}", "secrétaire {}"),
    "ru": ("министр {}",),
    "uk": ("міністр {}",),
}

# And a ministry.
MINISTRIES: dict[str, tuple[str, ...]] = {
    "de": ("Ministerium {}",),
    "dec": ("{}ministerium", "{}ministeriums", "{}ressort"),
    "en": ("department {}", "ministry {}", "{} department", "{} ministry"),
    "fr": ("ministère {}",),
    "ru": ("министерств {}",),
    "uk": ("міністерств {}",),
}

# What somebody is, whatever of.
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "adviser": (
        "adviser", "advisor", "Berater", "conseiller", "conseillère", "senior adviser", "помощник",
        "советник",
    ),
    "ambassador": (
        "ambassadeur", "ambassador", "ambassadrice", "Botschafter", "посл", "посла", "послом", "послу",
        "посол",
    ),
    "chair": ("chair", "chairman", "chairperson", "chairwoman", "Vorsitzend", "председател"),
    "chargé": ("chargé d'affaires", "Geschäftsträger", "временн поверенн", "поверенн"),
    "commander": ("Befehlshaber", "commandant", "commander", "Kommandeur", "командующ"),
    "commander-in-chief": (
        "commandant chef", "commander chief", "Oberbefehlshaber", "Oberkommandierend",
        "верховн главнокомандующ", "главнокомандующ", "головнокомандувач",
    ),
    "deputy": (
        "adjoint", "adjointe", "deputy", "stellvertretend", "Stellvertreter", "suppléant", "vice", "Vize",
        "вице", "зам", "заместител", "заступник",
    ),
    "head": (
        "boss", "Chef", "cheffe", "Chefin", "chief", "directeur", "director", "directrice", "Direktor",
        "head", "Leiter", "Leiterin", "глава", "главе", "главой", "главу", "главы", "директор", "начальник",
        "руководител",
    ),
    "minister": ("minister", "ministre", "министр", "міністр"),
    "minister of state": ("minister state", "ministre état", "Staatsminister"),
    "monarch": (
        "Emir", "Großherzog", "king", "Kronprinz", "König", "Königin", "monarch", "queen", "reine", "roi",
        "sultan", "émir", "корол", "королев", "монарх", "султан", "эмир",
    ),
    "permanent representative": (
        "permanent representative", "représentant permanent", "ständig Vertreter", "Ständige Vertreterin",
        "постоянн представител", "постпред",
    ),
    "representative": (
        "Beauftragt", "envoy", "envoyé spécial", "Gesandt", "representative", "représentant spécial",
        "Sonderbeauftragt", "Sondergesandt", "special envoy", "special representative", "Vertreter",
        "специальн представител", "спецпосланник", "спецпредставител",
    ),
    "secretariat": ("secretariat", "Sekretariat", "секретариат"),
    "secretary": ("secretary", "secrétaire", "Sekretär", "Sekretärin", "секретар"),
    "secretary general": (
        "Generalsekretär", "secretary general", "secrétaire général", "secrétaire générale",
        "генеральн секретар", "генсек",
    ),
    "secretary of state": ("secretary state", "secrétaire état", "госсекретар", "государственн секретар"),
    "speaker": ("Parlamentspräsident", "speaker", "спикер"),
    "spokesperson": (
        "porte parole", "press officer", "press secretary", "press spokesman", "press spokeswoman",
        "Pressesekretär", "Pressesprecher", "secrétaire presse", "spokesman", "spokesperson", "spokeswoman",
        "Sprecher", "официальн представител", "представител", "пресс секретар", "пресссекретар",
    ),
    "state secretary": ("Staatssekretär", "Staatssekretärin", "state secretary", "статс секретар"),
    "under": ("sous", "sous secrétaire", "under", "undersecretary", "Unterstaatssekretär", "младш министр"),
}

# What somebody is something of; some belong to one state and name it ('': they name none).
INSTITUTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "armed forces": {
        "": (
            "armed forces", "armées", "forces armées", "Streitkräfte", "вооружённ сил", "ВС", "ВСУ",
            "збройн сил",
        ),
    },
    "defence": {
        "": ("MoD", "Wehrressort", "военн ведомств", "миноборон", "минобороны"),
        "us": ("Pentagon", "Пентагон"),
    },
    "domestic intelligence": {
        "": ("Inlandsgeheimdienst",),
        "de": ("Verfassungsschutz",),
        "gb": ("MI5",),
        "ru": ("FSB", "федеральн служб безопасност", "ФСБ"),
        "us": ("FBI", "ФБР"),
    },
    "eucom": {
        "": (
            "commandement européen", "EUCOM", "European Command", "Europäischen Kommandos",
            "Europäisches Kommando", "Европейск командовани",
        ),
        "us": ("US European Command",),
    },
    "foreign": {
        "": (
            "Außenamt", "diplomacy", "Diplomatie", "внешнеполитическ ведомств", "МЗС", "МИД", "МИДа",
            "МИДе", "МИДом", "МИДу",
        ),
        "de": ("Auswärtige Amt", "Auswärtigen Amtes", "Auswärtigen Amts", "Auswärtiges Amt"),
        "fr": ("Quai d'Orsay",),
        "gb": ("Foreign Office", "Форин офис"),
        "us": ("Department of State", "département État", "State Department", "Госдеп", "Госдепартамент"),
    },
    "foreign intelligence": {
        "": (
            "Auslandsgeheimdienst", "Auslandsnachrichtendienst", "foreign intelligence",
            "foreign intelligence service", "renseignement extérieur", "SVR", "внешн разведк", "СВР",
            "служб внешн разведк",
        ),
        "de": ("BND", "Bundesnachrichtendienst"),
        "fr": ("DGSE",),
        "gb": ("MI6", "Secret Intelligence Service"),
        "il": ("Mossad",),
        "us": ("CIA", "ЦРУ"),
    },
    "general staff": {
        "": (
            "comité chefs d'état-major", "Defence Staff", "Defense Staff", "défense staff", "General Staff",
            "Generalstab", "Joint Chiefs", "Joint Chiefs of Staff", "Vereinigte Stabschefs",
            "Vereinigten Stabschefs", "état major", "état major armées", "état major interarmées",
            "Генеральн штаб", "генеральн штаб збройн сил", "Генштаб",
            "Объединённ комитет начальников штабов",
        ),
    },
    "government": {
        "": (
            "cabinet", "gouvernement", "government", "Kabinett", "Ministerrat", "Regierung", "правительств",
            "совет министр", "уряд",
        ),
        "gb": ("Downing Street",),
    },
    "military intelligence": {
        "": (
            "GRU", "Hauptdirektorat Aufklärung", "Hauptverwaltung Aufklärung", "HUR",
            "Main Directorate of Intelligence", "Main Intelligence Directorate", "military intelligence",
            "Militärgeheimdienst", "militärischen Geheimdienstes", "militärischer Geheimdienst",
            "Militärnachrichtendienst", "renseignement militaire", "военн разведк",
            "Главн управлени разведк", "Главн управлени разведк Министерств оборон",
            "Головн управлінн розвідк", "Головн управлінн розвідк Міністерств оборон", "ГРУ", "ГУР", "ГУРа",
            "ГУРом",
        ),
    },
    "national security": {
        "": (
            "national security", "nationale Sicherheit", "sécurité nationale", "нацбезопасност",
            "национальн безопасност",
        ),
    },
    "presidency": {
        "": ("presidency", "presidential", "Präsidentschaft", "présidence", "présidentiel", "президентск"),
        "fr": ("Élysée", "Елисейск дворц"),
        "ru": ("Kreml", "Kremlin", "Кремл"),
        "us": (
            "Maison Blanche", "Weiße Haus", "Weißen Haus", "Weißen Hauses", "Weißes Haus", "White House",
            "Белого дома", "Белом доме", "Белому дому", "Белый дом",
        ),
    },
    "presidential administration": {
        "": (
            "administration présidentielle", "presidential administration", "Präsidialamt",
            "Präsidialverwaltung", "администраци президент",
        ),
    },
    "security council": {
        "": (
            "conseil national sécurité", "conseil sécurité", "conseil sécurité nationale",
            "national security council", "National Security Defence Council", "Nationalen Sicherheitsrats",
            "Nationaler Sicherheitsrat", "Rat nationale Sicherheit Verteidigung", "security council",
            "Sicherheitsrat", "РНБО", "СНБО", "Совбез", "Совет безопасност",
            "Совет национальн безопасност оборон",
        ),
    },
    "treasury": {"us": ("Treasury", "Treasury Department")},
}

# Offices with words of their own; as in INSTITUTIONS some words name a state.
OFFICES: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {
    ("adviser", "national security"): {
        "": (
            "conseiller sécurité nationale", "conseiller à la sécurité nationale",
            "conseillère sécurité nationale", "conseillère à la sécurité nationale",
            "national security adviser", "national security advisor", "nationalen Sicherheitsberater",
            "nationaler Sicherheitsberater", "security adviser", "security advisor", "Sicherheitsberater",
            "помощник президент национальн безопасност", "советник нацбезопасност",
            "советник национальн безопасност", "советник президент национальн безопасност",
        ),
    },
    ("defence", "head"): {"": ("Ministre des Armées", "министр нацоборон")},
    ("finance", "head"): {
        "gb": ("Chancellor Exchequer", "Schatzkanzler", "Канцлер казначейств"),
        "us": ("Secretary of the Treasury", "Treasury Secretary"),
    },
    ("foreign", "head"): {
        "": (
            "Außenamtschef", "Außenamtsleiter", "chef diplomatie", "Chefdiplomat", "chief diplomat",
            "foreign policy chief", "top diplomat", "главн дипломат",
        ),
    },
    ("general staff", "head"): {
        "": (
            "chairman Joint Chiefs", "chairman Joint Chiefs of Staff", "chef état major",
            "chief of defence", "chief of defense", "chief staff", "Generalinspekteur", "Generalstabschef",
            "höchster General", "höchstrangig General", "obersten General", "oberster General",
            "ranghöchst General", "Stabschef", "top general", "Vorsitzend Joint Chiefs",
            "Vorsitzend Joint Chiefs of Staff", "Vorsitzend Vereinigten Stabschefs",
            "высокопоставленн генерал", "глав генштаб", "председател Объединённ комитет начальников штабов",
        ),
    },
    ("government", "head"): {
        "": (
            "chancelier", "chancelière", "chancellor", "chef gouvernement", "federal chancellor",
            "head government", "Kanzler", "Kanzlerin", "Ministerpräsident", "premier", "premier ministre",
            "premierminister", "première ministre", "prime minister", "Regierungschef",
            "Vorsitzend Ministerrat", "канцлер", "председател правительств", "председател совет министр",
            "прем'єр-міністр", "премьер", "премьер министр", "премьерминистр", "федеральн канцлер",
        ),
    },
    ("head", "interior"): {"us": ("Heimatschutzminister", "Secretary of Homeland Security")},
    ("head", "presidency"): {
        "": (
            "chef état", "cheffe état", "chief of state", "head state", "president", "Präsident",
            "présidente", "Staatschef", "Staatschefin", "Staatsoberhaupt", "Staatspräsident",
            "глава государств", "главе государств", "главой государств", "главу государств",
            "главы государств", "президент", "президентк", "президентша",
        ),
    },
    ("government", "spokesperson"): {
        "": ("government spokesman", "government spokeswoman", "Regierungssprecher"),
    },
    ("supreme allied commander europe",): {
        "": (
            "commandant suprême alliées Europe", "commandant suprême forces alliées Europe",
            "NATO Oberbefehlshaber Europa", "NATO supreme commander Europe",
            "Oberster Alliierter Befehlshaber Europa", "Oberster Befehlshaber Europa", "SACEUR",
            "Supreme Allied Commander Europe", "верховн главнокомандующ ОВС НАТО в Европе",
        ),
    },
}

# What is said of somebody's hold on an office.
QUALIFIERS: dict[str, tuple[str, ...]] = {
    "acting": (
        "acting", "caretaker", "geschäftsführend", "interim", "interimistisch", "Interims", "intérimaire",
        "kommissarisch", "par intérim", "Übergangs", "в.о.", "временн исполняющ обязанност",
        "временно исполняющ обязанност", "врио", "ио", "исполняющ обязанност",
    ),
    "designate": (
        "designate", "designated", "designiert", "désigné", "désignée", "elect", "futur", "future",
        "gewählt", "incoming", "künftig", "nominated", "nominee", "nominiert", "élu", "élue", "избранн",
        "назначенн",
    ),
    "former": (
        "alt", "ancien", "ancienne", "ehem", "ehemalig", "einstig", "erstwhile", "ex", "former", "früher",
        "vormalig", "бывш", "екс", "колишн", "экс",
    ),
    "incumbent": (
        "actuel", "actuelle", "aktuell", "amtierend", "current", "damalig", "derzeitig", "en exercice",
        "gegenwärtig", "heutig", "incumbent", "jetzig", "neue", "neuen", "neuer", "new", "nouveau",
        "nouvelle", "present", "sitting", "then", "действующ", "новая", "нового", "новый", "нынешн",
        "тогдашн",
    ),
}
