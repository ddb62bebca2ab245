-- What others change is told of, by a word that names its kind (model/news.h).
listen gridline;
