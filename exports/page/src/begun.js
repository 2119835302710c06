// The moment at which the script starts; what is measured counts from here (benchmarks/page.py).

performance.mark("backchannel-begun");
