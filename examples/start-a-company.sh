#!/usr/bin/env bash
# 企业开办: from the guide to the closed case, each step one call of the API. Usage: start-a-company.sh [address]
set -euo pipefail

home=${1:-http://localhost:8080}
password=${ONEWINDOW_DEMO_PASSWORD:-onewindow-demo}

say() { printf '\n== %s\n' "$*" >&2; }

# call ACCOUNT METHOD PATH [JSON]: an account of - is nobody. Every POST carries a key of its own.
call() {
  local account=$1 method=$2 path=$3 body=${4:-}
  local arguments=(--silent --show-error --fail-with-body --request "$method" "$home$path")
  [ "$account" = - ] || arguments+=(--user "$account:$password")
  [ "$method" != POST ] || arguments+=(--header "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)")
  [ -z "$body" ] || arguments+=(--header 'Content-Type: application/json' --data "$body")
  curl "${arguments[@]}"
}

say "What does it need? (nobody has to sign in to ask)"
thing=qykb # what /api/search?q=开公司 finds first
merge=$(call - POST /api/merge "{\"oneThing\": \"$thing\", \"answers\": {\"q_agent\": \"no\"}}")
jq -r '"\(.title): \(.items | length) items, \(.fields | map(select(.asked)) | length) fields, \(.materials | length) materials; saved \(.savings.trips.before - .savings.trips.after) trips"' <<<"$merge"

say "The clerk begins the application"
application=$(call clerk POST /api/applications "{
  \"oneThing\": \"$thing\",
  \"answers\": {\"q_agent\": \"no\"},
  \"applicant\": {\"kind\": \"PERSON\", \"name\": \"张示例\", \"idType\": \"ID_CARD\",
                  \"idNumber\": \"410311199001010001\", \"phone\": \"13800000000\"}}")
number=$(jq -r .number <<<"$application")
echo "$number"

say "One form: each field that must be filled, here with the dictionary's example"
# A value may make another field appear; go on until nothing is open.
for _ in 1 2 3; do
  open=$(call clerk GET "/api/applications/$number" | jq -c '
    ([.gaps[].pointer | select(startswith("/form/")) | split("/")[2]] | unique) as $open
    | [.asks.fields[] | select(.code as $code | $open | index($code))
       | {(.code): (if .type == "TABLE"
                    then [[.columns[] | {(.code): .example}] | add]
                    else (if .example != "" then .example else .options[0].code end) end)}] | add // {}')
  [ "$open" = "{}" ] && break
  call clerk PATCH "/api/applications/$number/form" "$open" >/dev/null
done

say "One set of materials: each seen, each review point met"
jq -c '.asks.materials[] | {key, points: [range(.reviewPoints | length)]}' <<<"$application" | while read -r material; do
  key=$(jq -r .key <<<"$material")
  call clerk PUT "/api/applications/$number/materials/$key" \
    "{\"way\": \"SEEN\", \"pointsMet\": $(jq -c .points <<<"$material")}" >/dev/null
  echo "$key"
done

say "Accepted: the application is a case now"
accepted=$(call clerk POST "/api/applications/$number/acceptance" '{}')
jq -r '"query code \(.queryCode), notice of acceptance \(.documents[0])"' <<<"$accepted"

say "The departments' own systems examine, decide and certify, each when its matter opens"
matters=$(jq -c '.asks.items[] | {code, name, department, after}' <<<"$application")
done_items=' '
while [ "$(wc -w <<<"$done_items")" -lt "$(wc -l <<<"$matters")" ]; do
  while read -r matter; do
    code=$(jq -r .code <<<"$matter")
    [[ $done_items == *" $code "* ]] && continue
    waits=false
    for before in $(jq -r '.after[]' <<<"$matter"); do
      [[ $done_items == *" $before "* ]] || waits=true
    done
    $waits && continue
    system=$(jq -r .department <<<"$matter")-system
    call "$system" POST "/api/matters/$number/$code/review" '{"recommendation": "GRANT", "opinion": "材料属实"}' >/dev/null
    call "$system" POST "/api/matters/$number/$code/grant" '{"opinion": "同意"}' >/dev/null
    call "$system" POST "/api/matters/$number/$code/certify" "{\"certificateNumber\": \"示例字第${number##*-}-$code号\"}" >/dev/null
    jq -r '"\(.department) granted \(.name)"' <<<"$matter"
    done_items+="$code "
  done <<<"$matters"
done

say "One window hands everything out"
items=$(jq -c '[.asks.items[].code]' <<<"$application")
call issuing POST "/api/cases/$number/handovers" "{\"items\": $items, \"taker\":
  {\"name\": \"张示例\", \"relation\": \"SELF\", \"idNumber\": \"410311199001010001\"}}" | jq -r '"receipt \(.receipt)"'

say "And the applicant can see it"
call - POST /api/track "{\"number\": \"$number\", \"queryCode\": $(jq .queryCode <<<"$accepted")}" |
  jq -r '"case \(.number) closed at \(.closedAt)"'
