package dev.anycarrier.cluster.sweep;

/**
 * One node's right to work on a lane. It is over when the lane's fence has changed, and then the database takes nothing
 * from its holder any more.
 *
 * @param lane the lane
 * @param fence tells this claim from earlier and later ones
 * @param account whose SIMs they are
 * @param options how questions are asked
 */
record Claim(int lane, long fence, String account, SweepPlanOptions options) {}
