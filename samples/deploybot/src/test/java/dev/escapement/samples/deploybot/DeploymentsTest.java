package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the sample's environments. */
class DeploymentsTest {

    private static final Deployment NEW = new Deployment(Environment.PRODUCTION, "v1.4.2", "9f2c1e7");

    @TempDir
    Path directory;

    @Test
    void atFirstSomethingOlderRuns() {
        Deployments deployments = new Deployments(directory);
        assertEquals("v1.4.1", deployments.current(Environment.STAGING).tag());
        assertEquals("v1.4.0", deployments.current(Environment.PRODUCTION).tag());
    }

    @Test
    void anotherProcessSeesWhatWasDeployed() {
        new Deployments(directory).deploy(Environment.PRODUCTION, "v1.4.2", "9f2c1e7", "key");
        assertEquals(NEW, new Deployments(directory).current(Environment.PRODUCTION));
    }

    @Test
    void theSameKeyDeploysOnceAndGivesTheSame() {
        Deployments deployments = new Deployments(directory);
        assertEquals(NEW, deployments.deploy(Environment.PRODUCTION, "v1.4.2", "9f2c1e7", "key"));
        assertEquals(NEW, deployments.deploy(Environment.PRODUCTION, "v1.4.2", "9f2c1e7", "key"));
        assertEquals(
                List.of("v1.4.0", "v1.4.2"),
                deployments.history(Environment.PRODUCTION).stream()
                        .map(Deployment::tag)
                        .toList());
    }

    @Test
    void ofATagThatWasMovedTheLatestDeploymentCounts() {
        Deployments deployments = new Deployments(directory);
        deployments.deploy(Environment.STAGING, "v1.4.2", "1111111", "one");
        deployments.deploy(Environment.STAGING, "v1.4.2", "2222222", "two");
        assertEquals(
                Optional.of(new Deployment(Environment.STAGING, "v1.4.2", "2222222")),
                deployments.latest(Environment.STAGING, "v1.4.2"));
    }
}
