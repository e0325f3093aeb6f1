package dev.escapement.fake;

import java.util.List;

/** The protocol of a provider: the requests that it accepts and its replies. Created for each server; may store replies. */
interface FakeProtocol {

    /** The provider's key, for all tests. */
    String KEY = "sk-fake-0123456789";

    /** Returns the common beginning of the paths, which is part of the base URL of clients. */
    String base();

    /** Where requests are posted to, base included. */
    String path();

    /** Refuses a request that the provider would refuse. */
    void check(ReceivedRequest request);

    /** A reply in one piece. */
    String whole(FakeReply reply, ReceivedRequest request, int number);

    /** The events of a reply in pieces, each with the empty line behind it. */
    List<String> stream(FakeReply reply, ReceivedRequest request, int number);

    /** The body of an error. */
    String error(int status, String message);

    /** The event that ends a stream when the provider fails in the middle of it. */
    String faultEvent();
}
