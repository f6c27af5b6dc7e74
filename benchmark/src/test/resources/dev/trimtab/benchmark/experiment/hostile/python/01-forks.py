# forks without end; marked PROCESSES
import os
while True:
    os.fork()
