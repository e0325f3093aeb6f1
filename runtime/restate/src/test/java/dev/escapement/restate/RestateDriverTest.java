package dev.escapement.restate;

import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.testkit.DriverFixture;
import dev.escapement.testkit.DriverSuite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the contract of drivers on services of a real server of Restate. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateDriverTest extends DriverSuite {

    private static RestateServer server;

    @BeforeAll
    static void find(RestateServer restate) {
        server = restate;
    }

    @Override
    protected DriverFixture fixture() {
        return new RestateDriverFixture(server);
    }
}
