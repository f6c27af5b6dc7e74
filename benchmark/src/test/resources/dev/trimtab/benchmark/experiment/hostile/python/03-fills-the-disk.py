# writes files without end; marked DISK
i = 0
while True:
    with open(f"working/{i}", "wb") as file:
        file.write(b"x" * 1_000_000)
    i += 1
