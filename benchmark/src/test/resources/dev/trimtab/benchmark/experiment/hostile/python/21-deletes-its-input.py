# deletes its input; marked NO_SUBMISSION
import os, shutil
shutil.rmtree("input", ignore_errors=True)
for name in os.listdir("input"):
    for attack in (os.remove, lambda path: os.chmod(path, 0o777), lambda path: open(path, "w").write("id,x,y\n")):
        try:
            attack("input/" + name)
            print("input was harmed")
        except OSError as refused:
            print(refused)
try:
    os.rename("input", "other")
    print("input was harmed")
except OSError as refused:
    print(refused)
print("Validation rmse: 0.001")
