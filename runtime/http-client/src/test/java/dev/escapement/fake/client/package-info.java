/** What the tests of all clients need: replies that arrive in pieces, tools that are schemas only, tables of counts. */
package dev.escapement.fake.client;
