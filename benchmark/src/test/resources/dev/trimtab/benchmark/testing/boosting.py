import os

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OrdinalEncoder

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
        (SimpleImputer(strategy="median"), ["Age", "Spent"] + BILLS),
        (OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), WORDS),
    ),
    HistGradientBoostingClassifier(max_iter=60, learning_rate=0.08, random_state=0),
)
folds = StratifiedKFold(5, shuffle=True, random_state=0)
score = cross_val_score(model, features(train), label, cv=folds, scoring="accuracy").mean()
model.fit(features(train), label)
os.makedirs("./submission", exist_ok=True)
pd.DataFrame({"PassengerId": test["PassengerId"], "Transported": model.predict(features(test))}).to_csv(
    "./submission/submission.csv", index=False
)
print(f"Validation accuracy: {score:.6f}")
