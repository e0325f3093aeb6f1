package dev.escapement.samples.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.thread.AgentThread;
import java.lang.management.ManagementFactory;

/** A measured program that runs one long agent thread and prints the process's CPU time and the thread's heap size. */
public final class LongThread {

    private LongThread() {}

    /**
     * Runs the program. Prints the number of events, the nanoseconds of CPU time since the start of the JVM, including
     * compilation and garbage collection, and the bytes of the heap that the thread occupies.
     *
     * @param args the number of steps
     */
    public static void main(String[] args) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        AgentThread thread = EscapementLoop.thread(Integer.parseInt(args[0]));
        long cpu = system.getProcessCpuTime();
        long with = usedHeap();
        int events = thread.events().size();
        thread = null;
        long without = usedHeap();
        System.out.println(events + " " + cpu + " " + (with - without));
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
