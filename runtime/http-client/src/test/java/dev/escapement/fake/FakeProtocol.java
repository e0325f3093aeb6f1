package dev.escapement.fake;

import java.util.List;

/** The protocol of a provider: the requests that it accepts and its replies. Created for each server; may store replies. */
interface FakeProtocol {

    /** The provider's key, for all tests. */
    String KEY = "sk-fake-0123456789";

    /** Returns the common beginning of the paths, which is part of the base URL of clients. */
    String base();

    /** Returns the path of requests, including the base. */
    String path();

    /** Returns whether requests are posted to an address, given by its path and query. */
    default boolean accepts(String uri) {
        return uri.equals(path());
    }

    /** Rejects a request that the provider would reject. */
    void check(ReceivedRequest request);

    /** Returns a whole reply. */
    String whole(FakeReply reply, ReceivedRequest request, int number);

    /** Returns the events of a streamed reply, each with the empty line after it. */
    List<String> stream(FakeReply reply, ReceivedRequest request, int number);

    /** Returns the body of an error. */
    String error(int status, String message);

    /** Returns the event that ends a stream when the provider fails during it. */
    String faultEvent();
}
