# kills everything that it can name; marked ExitCode
import os, signal
for pid in [1, os.getppid(), -1]:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError as refused:
        print(refused)
os.kill(os.getpid(), signal.SIGKILL)
