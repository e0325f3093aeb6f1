package dev.escapement.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * A starter of Java threads: virtual threads since JDK 21, otherwise daemon threads. The only class that uses a method
 * handle, because the library is compiled for JDK 17. The lookup has constant arguments, so that ahead-of-time compilers
 * resolve it.
 */
final class DriveThreads {

    private static final int FIRST_JDK = 21;

    private final @Nullable MethodHandle startVirtualThread;

    DriveThreads() {
        this.startVirtualThread = Runtime.version().feature() >= FIRST_JDK ? lookUp() : null;
    }

    private static @Nullable MethodHandle lookUp() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    /**
     * Starts a Java thread.
     *
     * @param name the name of the Java thread
     * @param task the task to run
     */
    void start(String name, Runnable task) {
        if (startVirtualThread == null) {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
            return;
        }
        try {
            Object ignored = startVirtualThread.invoke((Runnable) () -> {
                Thread.currentThread().setName(name);
                task.run();
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
