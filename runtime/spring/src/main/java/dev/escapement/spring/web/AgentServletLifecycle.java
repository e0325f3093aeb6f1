package dev.escapement.spring.web;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;

/**
 * The opening and closing of the servlet with the context. Closes the servlet before the web server waits for the requests in
 * progress, for which event streams would otherwise count until the end of the shutdown time.
 */
public final class AgentServletLifecycle implements SmartLifecycle {
    private final AgentServlet servlet;
    private final Runnable opened;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Creates a lifecycle.
     *
     * @param servlet the servlet
     * @param opened called after the web server has started and the servlet was opened
     */
    public AgentServletLifecycle(AgentServlet servlet, Runnable opened) {
        this.servlet = servlet;
        this.opened = opened;
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            servlet.open();
            opened.run();
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            servlet.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Returns the last phase to start and the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
