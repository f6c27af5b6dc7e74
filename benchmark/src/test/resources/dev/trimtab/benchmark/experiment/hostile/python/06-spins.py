# computes nothing; marked CPU
while True:
    pass
