# takes memory without end; marked MEMORY
held = []
while True:
    held.append(bytearray(b"x" * 10_000_000))
