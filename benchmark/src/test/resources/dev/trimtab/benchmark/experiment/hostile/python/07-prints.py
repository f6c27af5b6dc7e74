# prints without end; marked OUTPUT
while True:
    print("Validation rmse: 0.001 " * 1000)
