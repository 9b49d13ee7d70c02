/**
 * Reports, records and failures in the JSON of TM Forum's Open APIs: TMF677 Usage Consumption v5.1.0 and TMF635 Usage
 * Management v4.0.0.
 *
 * <p>What a standard has a member for is in that member, under the standard's own type. What it has none for is said
 * by its own means of extension: a characteristic where the standard has a place for those, otherwise a sub-type that
 * names its base and its schema. Amounts are exact integers in base units; nothing is converted.
 *
 * <p>Every method is thread-safe, keeps nothing, and neither returns nor accepts {@code null}. Each returns a tree of its
 * own that the caller may change, for one report or record: a stream of any length is written one by one. Identifiers of
 * SIMs are whole, since this is data and no log.
 */
@NullMarked
package dev.anycarrier.tmforum;

import org.jspecify.annotations.NullMarked;
