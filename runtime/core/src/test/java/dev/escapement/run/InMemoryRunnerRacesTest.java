package dev.escapement.run;

/** Races for threads that are kept in memory. */
class InMemoryRunnerRacesTest extends RunnerRacesContract {

    @Override
    ThreadStore open() {
        return new InMemoryThreadStore();
    }
}
