# leaves a process behind that would write on for ever; marked NO_SUBMISSION
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            with open("working/heartbeat", "a") as file:
                file.write("still here\n")
            time.sleep(0.01)
    os._exit(0)
time.sleep(0.2)
print("Validation rmse: 0.001")
