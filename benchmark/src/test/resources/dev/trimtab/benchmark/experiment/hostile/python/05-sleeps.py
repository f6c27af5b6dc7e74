# waits for nothing; marked TIMEOUT
import time
time.sleep(3600)
