# makes files with names that are no text; marked NO_SUBMISSION
import os
for name in [b"\xff\xfe", b"line\nbreak", b"back\\slash", "été".encode(), b"-rf", b" "]:
    with open(os.path.join(b"working", name), "w") as file:
        file.write("x")
    os.mkdir(os.path.join(b"submission", name))
print("Validation rmse: 0.001")
