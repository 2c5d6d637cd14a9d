from engine.cli import start

start()
