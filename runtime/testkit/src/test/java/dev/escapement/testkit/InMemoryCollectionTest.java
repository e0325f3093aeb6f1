package dev.escapement.testkit;

class InMemoryCollectionTest extends ContentCollectionContract {

    @Override
    protected CollectionFixture fixture() {
        return new CollectorFixture(new CollectionFault.Collector() {});
    }
}
