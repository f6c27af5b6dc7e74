# writes one file without end, the submission; marked FILE_SIZE
with open("submission/submission.csv", "wb") as file:
    while True:
        file.write(b"1,1.0\n" * 100_000)
