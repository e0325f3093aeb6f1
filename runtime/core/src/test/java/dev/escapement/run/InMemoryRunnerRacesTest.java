package dev.escapement.run;

/** Tests of races for threads in memory. */
class InMemoryRunnerRacesTest extends RunnerRacesContract {

    @Override
    ThreadStore open() {
        return new InMemoryThreadStore();
    }
}
