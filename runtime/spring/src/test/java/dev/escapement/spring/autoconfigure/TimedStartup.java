package dev.escapement.spring.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * A record of the steps of a start, with the processor time of the Java thread of each step. In contrast to the time that
 * passes, it does not depend on other processes.
 */
final class TimedStartup implements ApplicationStartup {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final BufferingApplicationStartup steps;
    private final Map<Long, Duration> times = new ConcurrentHashMap<>();

    TimedStartup(BufferingApplicationStartup steps) {
        this.steps = steps;
    }

    /** Returns the processor time of a step and of the steps within it, by the id of the step. */
    Duration cpu(long step) {
        return times.getOrDefault(step, Duration.ZERO);
    }

    @Override
    public StartupStep start(String name) {
        return new TimedStep(steps.start(name), THREADS.getCurrentThreadCpuTime());
    }

    /** A step that began at a processor time of its Java thread, in nanoseconds. */
    private final class TimedStep implements StartupStep {

        private final StartupStep step;
        private final long begin;

        TimedStep(StartupStep step, long begin) {
            this.step = step;
            this.begin = begin;
        }

        @Override
        public String getName() {
            return step.getName();
        }

        @Override
        public long getId() {
            return step.getId();
        }

        @Override
        public Long getParentId() {
            return step.getParentId();
        }

        @Override
        public StartupStep tag(String key, String value) {
            StartupStep unused = step.tag(key, value);
            return this;
        }

        @Override
        public StartupStep tag(String key, Supplier<String> value) {
            StartupStep unused = step.tag(key, value);
            return this;
        }

        @Override
        public Tags getTags() {
            return step.getTags();
        }

        @Override
        public void end() {
            times.put(getId(), Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin));
            step.end();
        }
    }
}
