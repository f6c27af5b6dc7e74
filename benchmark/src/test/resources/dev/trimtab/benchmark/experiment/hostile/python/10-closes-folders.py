# takes the rights off its files; marked NO_SUBMISSION
import os
os.mkdir("working/closed")
with open("working/closed/file", "w") as file:
    file.write("x")
os.chmod("working/closed/file", 0)
os.chmod("working/closed", 0)
os.mkdir("submission/closed", 0)
os.chmod("submission", 0)
os.chmod("working", 0)
print("Validation rmse: 0.001")
