package dev.escapement.testkit;

class TransactionalTableTest extends TransactionalStoreContract {

    @Override
    protected TransactionalFixture fixture() {
        return new TableFixture();
    }
}
