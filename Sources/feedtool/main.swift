print("feedtool")
