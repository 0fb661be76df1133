"""Given names common in French-language news, with their grammatical gender.

Written for this project from general knowledge (French usage and frequent international names); no
register was copied. A name unknown here is no obstacle to finding a person, it only leaves the
gender to titles and role nouns. Compounds (Jean-Luc, Marie-Anne) take the gender of their first part.
"""

from functools import cache
from typing import Literal

_FEMININE = """
Adèle Adeline Adriana Agathe Agnès Ahou Aïcha Aïssata Alba Alexandra Alexia Alice Alicia Aline Alison Alix
Amal Amanda Amandine Amel Amélie Amina Aminata Amira Amy Ana Anaïs Anastasia Andrea Andréa Andrée Ángela
Angela Angélique Anita Anja Anna Annabelle Anne Annette Annick Annie Antoinette Antonia Apolline Ariane
Arlette Ashley Asma Assia Astrid Aude Audrey Aurélie Aurore Awa Axelle Barbara Bárbara Béatrice Beatrice
Beatriz Bénédicte Bérénice Bernadette Berthe Beth Betty Beverly Bianca Brenda Bridget Brigitte Brittany
Camilla Carine Carla Carmen Carol Carole Carolina Caroline Caitlin Cassandra Cassandre Catalina Caterina
Catherine Cathy Cécile Cécilia Céleste Célia Céline Chantal Charlène Charlotte Chiara Chloé Christel
Christelle Christiane Christina Christine Cindy Claire Clara Clarisse Claudette Claudia Claudine Clémence
Clémentine Cloé Clotilde Colette Coline Constance Cora Coralie Corinne Cornelia Cristina Cynthia Dalila
Daniela Daniella Danièle Danielle Daphné Deborah Déborah Delphine Denise Diana Diane Djamila Dolorès
Dominica Donatella Donna Dora Doria Doris Dorothée Édith Edwige Eileen Elena Eléonore Éléonore Elisa Élisa
Elisabeth Élisabeth Elise Élise Elizabeth Ella Elle Ellen Élodie Eloïse Éloïse Elsa Elvira Emily Emma
Emmanuelle Erica Erika Esther Estelle Eugénie Éva Eva Evelyne Évelyne Fabienne Fadela Fanny Fanta Farida
Fatima Fatou Fatoumata Federica Félicie Fiona Flavie Fleur Flora Flore Florence Florine France Françoise
Francesca Francine Frédérique Gabriela Gabrielle Gaëlle Geneviève Georgette Georgia Géraldine Germaine
Ghislaine Gina Ginette Giorgia Giovanna Gisèle Giulia Gloria Grace Graziella Greta Gwenaëlle Gwendoline
Hafsa Haïdi Halima Hanna Hannah Harriet Hassiba Hawa Heather Heidi Helen Hélène Helga Henriette Hilary
Hillary Houria Huguette Ida Ilona Imane Inès Ingrid Irène Irena Irina Iris Isabel Isabella Isabelle Isaure
Ivana Jacqueline Jade Jamila Jane Janet Janine Jasmine Jeanine Jeanne Jeannette Jelena Jennifer Jenny
Jessica Jill Joan Joanna Jocelyne Joëlle Johanna Josée Joséphine Josette Josiane Judith Julia Juliana
Julie Julienne Juliette Justine Kadiatou Kamala Karen Karima Karin Karine Katarina Kate Katharina
Katherine Kathleen Kathy Katia Keiko Kelly Khadija Kim Kimberly Kristalina Kristina Laetitia Laëtitia
Laila Lara Latifa Laura Laure Laurence Lauren Lauriane Laurie Léa Leïla Leila Léna Lena Léonie Leslie
Leticia Lilia Liliane Lily Lina Linda Line Lisa Lise Lisette Liz Lola Loretta Lou Louise Louisa Luana
Lucia Lucie Lucienne Lucile Lucille Ludivine Ludmilla Lydia Lydie Lyne Madeleine Mae Magali Maïwenn Malala
Malika Manon Manuela Manuelle Marcela Marcelle Margaret Margaux Margot Marguerite Maria María Mariam
Mariama Marianne Marie Marielle Mariella Marilyn Marina Marine Marion Marisa Marisol Marissa Marjorie
Marlène Marta Martha Marthe Martina Martine Mary Maryam Maryse Mathilde Maud Maude Maureen Maya Meg Megan
Meghan Meghann Mélanie Melania Mélina Mélissa Melissa Mercedes Meriem Meryem Meryl Mia Michaëlle Michèle
Micheline Michelle Milena Mimi Mireille Miriam Moira Monica Monika Monique Morgane Muriel Myriam Nabila
Nadège Nadia Nadine Nafissatou Naïma Najat Naomi Nancy Nassima Natacha Natalia Natalie Natasha Nathalie
Nelly Neïla Nicola Nicole Nicoletta Nina Ninon Noëlle Noémie Nora Nouria Océane Odette Odile Olena Olga
Olha Olivia Olympe Ophélie Oksana Oriane Pamela Paola Pascale Patricia Patty Paula Paule Paulette Pauline
Penelope Pénélope Perrine Petra Pierrette Priscilla Prisca Rachel Rachida Rama Raquel Raymonde Rebecca
Régine Reine Renata Renée Rihanna Rima Rita Roberta Rokhaya Romane Rosa Rosalie Rose Roselyne Rosemary
Rosine Roxana Roxane Ruth Sabine Sabrina Sabrine Salima Sally Salma Samantha Samia Samira Sandra Sandrine
Sanna Sara Sarah Saskia Ségolène Sélena Selena Séverine Shannon Sharon Sheila Shirley Sibeth Sibyle Silvia
Simone Siham Simona Sofia Solange Solène Soledad Solenn Sonia Sophia Sophie Soraya Stacy Stella Stéphanie
Stephanie Sue Sunita Susan Susana Susanne Suzanne Suzy Svetlana Sylvia Sylviane Sylvie Sylvette Tania
Tanya Tara Tatiana Teresa Térésa Thalie Theresa Thérèse Tiffany Tina Ulrike Ursula Valentine Valentina
Valérie Valeria Vanessa Vera Véra Véronique Veronica Vicky Victoire Victoria Viola Violaine Violeta
Violette Virginia Virginie Viviane Vivienne Wafa Wanda Wendy Whitney Xénia Yaël Yana Yasmina Yasmine
Yolande Yoko Yulia Yvette Yvonne Zahia Zahra Zeinab Zineb Zoé Zohra Zoubida Zuzana
"""

_MASCULINE = """
Aaron Abbas Abdallah Abdel Abdelaziz Abdelhamid Abdelkader Abdellah Abdelmadjid Abdelmalek Abdou Abdoulaye
Abel Abdul Abraham Achille Adam Adama Adel Adil Adolphe Adrian Adrien Ahmad Ahmed Aimé Akira Al Alain Alan
Alassane Albert Alberto Aldo Alejandro Alessandro Alex Alexander Alexandre Alexandru Alexeï Alexei Alexis
Alfonso Alfred Alfredo Ali Alioune Allan Alpha Alphonse Amadou Amar Ambroise Amin Amine Amir Anders Andreï
Andrei Andreas Andrej Andrés André Andrew Andriy Andrzej Andy Ange Angelo Anicet Anis Anthony Antoine
Anton Antonin Antonio António Antony Ariel Aristide Armand Armando Arnaud Arnold Arsène Arthur Artur
Assimi Auguste Augustin Aurélien Axel Aymeric Ayoub Aziz Babacar Balthazar Baptiste Barack Barry Bart
Barthélemy Bashar Bassirou Bastien Ben Benjamin Benito Benoît Benoit Bernard Bernardo Bernie Bertrand Bill
Billy Blaise Bob Boris Brad Bradley Brahim Brendan Brett Brian Brice Bruce Bruno Bryan Byron Carl Carles
Carlo Carlos Cédric Cem César Cesare Chad Charles Charlie Cheick Cheikh Chris Christian Christoph
Christophe Christopher Claudio Claus Clément Clovis Colin Conrad Constant Constantin Cornelius Corentin
Craig Cristiano Cristóbal Curtis Cyril Cyrille Cyrus Dan Daniel Daniele Danny Dario Darren Dave David Dean
Denis Dennis Deniz Derek Désiré Didier Diego Dieter Dimitri Dimitris Dino Dirk Djibril Dmitri Dmitry
Dmytro Don Donald Donatien Doug Douglas Duncan Dylan Ed Eddy Édouard Edgar Edmond Edmund Eduardo Edward
Edwin Ehoud Elias Élie Eliot Elliot Elon Elvis Émile Emile Emiliano Emilio Emmanuel Emir Enrico Enrique
Enzo Éric Eric Erich Erik Ernest Ernesto Erwan Esteban Étienne Etienne Eugène Evan Evo Evgeny Fabian
Fabien Fabio Fabrice Fabrizio Faouzi Farid Faure Fausto Fayçal Federico Félicien Félix Felipe Felix
Ferdinand Fernand Fernando Fethi Fidel Filip Filipe Filippo Florent Florentin Florian Floyd Fouad
Francesco Francis Francisco Franck François Frank Frankie Franklin Frans Franz Fred Freddy Frédéric
Frederick Fritz Gabriel Gaël Gaëtan Gareth Gary Gaspard Gaston Gauthier Gautier Geert Geoffrey Geoffroy
Georg George Georges Georgi Gérald Gérard Gerardo Gerd Gerhard Germain Gerry Gervais Ghislain Gianluca
Gianni Gilbert Gildas Gilles Gino Giorgio Giovanni Giuseppe Glenn Gonzague Gonzalo Gordon Graham Grant
Greg Grégoire Grégory Gregory Guido Guillaume Guillermo Gustave Gustavo Guy Gwenaël Hadrien Hakim Hamad
Hamed Hamid Hamidou Hamza Hans Harald Harold Harry Harrison Harvey Hassan Hector Helmut Henri Henrik Henry
Herbert Hermann Hervé Hicham Hippolyte Hiroshi Hocine Hosni Houssem Howard Hubert Hugh Hugo Hugues
Humberto Hun Hussein Iain Ian Ibrahim Ibrahima Idriss Ignace Ignacio Igor Ilham Ilya Iker Imad Imran
Ingmar Isaac Isaïe Ismaël Ismail Issa Issouf Ivan Iván Jack Jackson Jacob Jacques Jaime Jair Jake Jalil
Jamal James Jamie Jan Janez Jared Jason Javier Jay Jean Jeff Jeffrey Jens Jérémie Jérémy Jeremy Jeroen
Jérôme Jerry Jerzy Jesse Jésus Jesús Jim Jimmy Joachim Joan Joannès João Joaquín Jochen Joe Joël Joel
Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordan Jordi Jorge Joris José Jose Josef Joseph Josep
Joshua Josué Juan Jude Jules Julian Julien Julio Julius Junior Jürgen Justin Justus Kaïs Kamal Kamel Karel
Karim Karl Kaspar Keith Ken Kenneth Kenny Kenji Kevin Kévin Khaled Khalid Khalifa Kiefer Klaus Koffi Kofi
Konrad Konstantin Kurt Kylian Kyle Kyriakos Ladislas Laïd Lamine Lance Larry Lars Larossi Laurent Lazare
Lee Léo Leo Léon Leon Léonard Leonardo Leonid Léopold Leroy Leszek Lester Lewis Liam Lilian Lionel Loïc
Lorenzo Lothar Louis Luc Luca Lucas Lucien Ludovic Luigi Luis Luís Luiz Luka Lukas Mahamat Mahmoud Maïk
Malcolm Malek Malik Mamadou Mame Manfred Manolo Mansour Manuel Marat Marc Marcel Marcello Marcelo Marcin
Marco Marcos Marcus Mariano Mario Mariusz Mark Marko Markus Marlon Martial Martin Marvin Massimo Mateo
Mateusz Mathias Mathieu Mathis Matt Matteo Matthew Matthias Matthieu Mattia Maurice Mauricio Mauro Max
Maxence Maxim Maxime Maximilien Mehdi Mehmet Mel Melchior Michael Michaël Michal Michał Michel Mickaël
Miguel Mihai Mike Mikhaïl Mikhail Mikheil Milan Milos Miloud Mitch Mitt Moctar Modeste Modibo Mohamed
Mohammad Mohammed Mohamad Moïse Mouammar Mohsen Mostafa Moussa Mounir Mourad Moustapha Muhammad Murat
Mustafa Mustapha Nabil Nadir Nadhmi Nahel Najib Najim Narendra Nasser Nathan Nathanaël Neil Nelson Nestor
Nicolae Nicolas Nicolás Nick Nico Niels Nigel Nikola Nikolaï Nikos Nils Noah Noam Noé Noël Nolan Norbert
Nordine Norman Nourredine Octave Olaf Oleg Oleksandr Olivier Olof Omar Orlando Oscar Oskar Osman Otto
Oumar Ousmane Oussama Owen Pablo Paolo Paddy Pascal Patrice Patrick Paul Paulin Paulo Pavel Pedro Peer Pep
Percy Per Perry Pete Peter Petr Petro Phil Philip Philipp Philippe Phillip Pier Piero Pierre Pierrick
Piotr Placide Prosper Quentin Rachid Radovan Rafael Rafaël Rafik Ralph Ramón Ramzan Ramzi Ramzy Randy
Raoul Raphaël Raúl Raul Ray Raymond Recep Reda Réda Régis Reinhard Rémi Rémy Renaud René Reza Riad Ricardo
Richard Rick Rishi Riyad Rob Robert Roberto Robin Robinson Roch Rocco Rod Roderick Rodolphe Rodrigo
Rodrigue Roger Roland Rolf Romain Roman Romano Ron Ronald Ronan Ross Roy Ruben Rudolf Rudy Rui Russell
Ryan Sacha Saad Saïd Saif Salah Salem Salif Salim Salman Salvador Salvatore Sam Sami Samir Samuel Samy
Sanjay Santiago Santos Satoshi Saul Scott Sean Sébastien Sebastian Sepp Serge Sergeï Sergueï Sergio Sergi
Seth Séverin Seydou Shane Shinzo Shigeru Sidi Sidiki Sigmar Silvio Silvère Simon Slobodan Sofiane Soumaïla
Stan Stanislas Stanley Stef Stefan Stefano Steffen Stéphane Stephen Steve Steven Stewart Stuart Sundar
Sven Sylvain Sylvère Sylvestre Tarek Tariq Taylor Ted Teddy Terence Terry Théo Théodore Theodore Théophile
Thibault Thibaut Thibaud Thierry Thomas Tim Timothée Timothy Tino Titouan Toby Todd Tom Tomas Tomás Tomasz
Tommy Toni Tony Toufik Travis Tristan Ulrich Umberto Uri Ursule Urbain Valentin Valery Valéry Vasco Vasile
Vaclav Vicente Victor Viktor Vincent Vincenzo Virgile Vitali Vladimir Volodymyr Wael Waldemar Walid
Wallace Walter Warren Wayne Werner Wilfried Wilhelm Will William Willy Wim Winston Wladimir Wolfgang
Wolodymyr Xavier Xi Yacine Yahya Yan Yanis Yann Yannick Yassine Yassir Yasser Yohan Yoann Youri Youssef
Youssouf Yukio Yuri Yves Yvan Yvon Zach Zacharie Zakaria Zbigniew Zeid Zied Zine Zinédine Zoran
"""

_EITHER = """
Alex Alix Andrea Ange Ariel Camille Claude Dominique Joan Kim Lou Maxime Morgan Nicola Noa Pat Sacha Sam
Stéphane Charlie Taylor Jordan Kelly Leslie Lee Laurence Jean France Andy Robin Sasha Eden Cameron Alexis
"""


@cache
def _genders() -> dict[str, Literal["f", "m"] | None]:
    genders: dict[str, Literal["f", "m"] | None] = dict.fromkeys(_FEMININE.split(), "f")
    genders |= dict.fromkeys(_MASCULINE.split(), "m")
    kept = {"Jean", "Laurence", "Stéphane", "Alexis", "France"}
    genders |= dict.fromkeys([name for name in _EITHER.split() if name not in kept])
    return genders


def is_given_name(word: str) -> bool:
    """Whether a word, as written, is a known given name or a compound that begins with one."""
    genders = _genders()
    return word in genders or ("-" in word and word.split("-", 1)[0] in genders)


def gender_of_given_name(word: str) -> Literal["f", "m"] | None:
    """The gender that a given name tells, None where it is unknown or borne by both."""
    genders = _genders()
    if word in genders:
        return genders[word]
    return genders.get(word.split("-", 1)[0])
