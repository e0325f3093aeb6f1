package dev.escapement.fake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** A play that waits until the test releases it. */
public final class HeldPlay implements Play {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Play then;

    HeldPlay(Play then) {
        this.then = then;
    }

    /** Waits until the request has arrived. */
    public void awaitRequest() throws InterruptedException {
        begun.await();
    }

    /** Lets the reply be sent. */
    public void release() {
        released.countDown();
    }

    @Override
    public void perform(Stage stage) throws IOException {
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server was closed");
        }
        then.perform(stage);
    }

    @Override
    public void close() {
        release();
    }
}
