package dev.escapement.testkit;

import java.util.function.BiFunction;

/**
 * Drivers on a store, each with its own instance.
 *
 * @param fixture the storage
 * @param starter starts a driver
 */
record StoreDrivers(StoreFixture fixture, BiFunction<ProcessStore, DriverAgents, AgentDriver> starter)
        implements DriverFixture {

    @Override
    public AgentDriver open(DriverAgents agents) throws Exception {
        return starter.apply(ProcessStore.of(fixture.open()), agents);
    }

    @Override
    public void close() throws Exception {
        fixture.close();
    }
}
