import os

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

BILLS = ["RoomService", "FoodCourt", "ShoppingMall", "Spa", "VRDeck"]
WORDS = ["HomePlanet", "CryoSleep", "Destination", "VIP", "Deck", "Side"]


def features(table):
    table = table.copy()
    cabin = table["Cabin"].str.split("/", expand=True)
    table["Deck"], table["Side"] = cabin[0], cabin[2]
    table["Spent"] = table[BILLS].sum(axis=1)
    table[WORDS] = table[WORDS].astype(object).where(table[WORDS].notna(), "lost").astype(str)
    return table[["Age", "Spent"] + BILLS + WORDS]


train = pd.read_csv("./input/train.csv")
test = pd.read_csv("./input/test.csv")
label = train["Transported"].astype(bool)
model = make_pipeline(
    make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), ["Age", "Spent"] + BILLS),
        (OneHotEncoder(handle_unknown="ignore"), WORDS),
    ),
    LogisticRegression(max_iter=1000),
)
folds = StratifiedKFold(5, shuffle=True, random_state=0)
score = cross_val_score(model, features(train), label, cv=folds, scoring="accuracy").mean()
model.fit(features(train), label)
os.makedirs("./submission", exist_ok=True)
pd.DataFrame({"PassengerId": test["PassengerId"], "Transported": model.predict(features(test))}).to_csv(
    "./submission/submission.csv", index=False
)
print(f"Validation accuracy: {score:.6f}")
