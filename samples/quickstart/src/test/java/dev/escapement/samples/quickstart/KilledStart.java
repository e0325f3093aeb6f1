package dev.escapement.samples.quickstart;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.model.Model;
import dev.escapement.run.Runner;
import java.nio.file.Path;

/** A program that ends while it executes a thread, without the release of the lease, as after a kill. */
final class KilledStart {

    static final int EXIT_CODE = 7;

    private KilledStart() {}

    /** Starts a thread in the store whose file is the argument. */
    public static void main(String[] args) {
        Model killer = request -> {
            Runtime.getRuntime().halt(EXIT_CODE);
            throw new AssertionError();
        };
        Runner.of(new RefundDeskLoop(new RefundDesk(new Orders())))
                .model(killer)
                .store(JdbcThreadStore.sqlite(Path.of(args[0])))
                .build()
                .start("The lamp from order A-1042 arrived broken");
    }
}
