import { expect, test } from "vitest";
import { localRule } from "../../src/catalog/local";
import { parsePage } from "../../src/catalog/page";

const known = (url: string) => {
  const page = parsePage(url);
  if (!page) throw new Error(`${url} is no URL`);
  return localRule(page);
};

test.each([
  ["http://localhost/", "localhost"],
  ["http://localhost:3000/a", "localhost"],
  ["http://LOCALHOST./", "localhost"],
  ["http://app.localhost/", "localhost"],
  ["http://127.0.0.1/", "loopback address"],
  ["http://127.255.255.255:1/", "loopback address"],
  ["http://2130706433/", "loopback address"],
  ["http://[::1]/", "loopback address"],
  ["http://[::1]:5173/", "loopback address"],
  ["http://0.0.0.0:8000/", "loopback address"],
  ["http://[::]:8000/", "loopback address"],
])("%s is the builder's own machine, with or without a port", (url, rule) => {
  expect(known(url)).toBe(rule);
});

test.each([
  "10.0.0.0",
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.0",
  "172.20.1.1",
  "172.29.1.1",
  "172.31.255.255",
  "192.168.0.0",
  "192.168.255.255",
  "169.254.0.1",
  "[fc00::1]",
  "[fdff::1]",
  "[fe80::1]",
  "[febf::1]",
  "macbook.local",
])("%s is local with a port, and a router or a printer without", (host) => {
  expect(known(`http://${host}:3000/`)).toBe("private address with a port");
  expect(known(`http://${host}/`)).toBeNull();
  expect(known(`http://${host}:80/`)).toBeNull();
});

test.each([
  "9.255.255.255",
  "11.0.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "169.253.255.255",
  "169.255.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "0.0.0.1",
  "[::2]",
  "[fb00::1]",
  "[fe00::1]",
  "[fe7f::1]",
  "[fec0::1]",
  "[2001:db8::1]",
  "local",
  "macbook.local.example",
  "notlocalhost",
  "localhost.example.com",
  "10.0.0.1.example.com",
  "127.0.0.1.nip.io",
  "192.168.1.1.evil.example",
])("%s is not local, port or no port", (host) => {
  expect(known(`http://${host}/`)).toBeNull();
  expect(known(`http://${host}:3000/`)).toBeNull();
});
