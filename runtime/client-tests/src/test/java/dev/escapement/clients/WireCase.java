package dev.escapement.clients;

import java.util.List;

/**
 * A recorded or invented behavior of a server.
 *
 * @param id the id
 * @param protocol the protocol
 * @param streamed whether the client requests a stream
 * @param responses the bytes of the responses in the order of the requests
 */
record WireCase(String id, CaseProtocol protocol, boolean streamed, List<byte[]> responses) {

    WireCase {
        responses = List.copyOf(responses);
    }

    @Override
    public String toString() {
        return id;
    }
}
