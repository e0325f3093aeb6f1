/** Helpers of the tests of all clients: replies that arrive in pieces, tools that consist of schemas, tables of counts. */
package dev.escapement.fake.client;
