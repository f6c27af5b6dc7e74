# solves the task; marked none
import csv
def rows(path):
    with open(path) as file:
        return list(csv.DictReader(file))
train = rows("input/train.csv")
slope = sum(float(r["x"]) * float(r["y"]) for r in train) / sum(float(r["x"]) ** 2 for r in train)
rmse = (sum((slope * float(r["x"]) - float(r["y"])) ** 2 for r in train) / len(train)) ** 0.5
with open("submission/submission.csv", "w") as file:
    file.write("id,y\n")
    for row in rows("input/test.csv"):
        file.write(f"{row['id']},{slope * float(row['x'])}\n")
print(f"Validation rmse: {rmse:.6f}")
